from __future__ import annotations

from brochures.project.exit_codes import ExitCode


def test_each_exit_code_is_the_number_that_scripts_rely_on() -> None:
    assert {code.name: int(code) for code in ExitCode} == {"DONE": 0, "ERRORS": 1, "WRONG_USAGE": 2, "CANNOT_RUN": 3}

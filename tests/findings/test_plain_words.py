"""What Python says is told in plain words. The sentences of Python are those of its versions 3.11 to 3.13."""

from __future__ import annotations

import pytest

from brochures.findings.plain_words import in_words

SAID = {
    "'brochures.resolve.job.Job object' has no attribute 'x'": "this value has no field 'x'",
    "'NoneType' object has no attribute 'x'": "this value has no field 'x'",
    "'NoneType' object is not subscriptable": "nothing has no parts",
    "'int' object is not callable": "this int cannot be called",
    "'FunctionBlock' object is not iterable": "this FunctionBlock cannot be gone through",
    "'int' object is not subscriptable": "this int has no parts",
    "code() missing 1 required positional argument: 'address'": "code() lacks 'address'",
    "make.<locals>.code() missing 2 required keyword-only arguments: 'a' and 'b'": "code() lacks 'a' and 'b'",
    "code() got an unexpected keyword argument 'x'": "code() takes no 'x'",
    "code() takes 1 positional argument but 2 were given": "code() takes 1 values, and 2 are given",
    "Thing.code() takes from 1 to 2 positional arguments but 3 were given": "code() takes 2 values, and 3 are given",
    "unsupported operand type(s) for /: 'str' and 'int'": "/ cannot be done with these values",
    'can only concatenate str (not "int") to str': "+ cannot be done with these values",
    "invalid literal for int() with base 10: 'x'": "not a whole number: 'x'",
    "could not convert string to float: 'x'": "not a number: 'x'",
    "not enough values to unpack (expected 2, got 1)": "another number of values is needed here",
    "too many values to unpack (expected 2)": "another number of values is needed here",
    "list index out of range": "there are fewer things than that",
    "maximum recursion depth exceeded in comparison": "it leads back to itself without end",
    "TypeError: it broke": "it broke",
    "<class 'a.b.Rule'> and <a.B object at 0x7f>": "Rule and this value",
    "Document is empty, line 1 (<string>, line 1)": "Document is empty, line 1",
    "division by zero": "division by zero",
    "one\ntwo": "one",
    "": "something here cannot be done",
    "ValueError": "something here cannot be done",
}


@pytest.mark.parametrize("said", SAID)
def test_what_python_says_is_told_in_plain_words(said: str) -> None:
    assert in_words(ValueError(said)) == SAID[said]


def test_a_field_that_is_not_there_is_named() -> None:
    assert in_words(KeyError("dy")) == "there is no field 'dy'"

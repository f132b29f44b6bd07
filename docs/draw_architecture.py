"""Draw the rooms of the program and who uses whom, read off the imports: ``docs/architecture.svg`` and ``docs/uses.svg``.

    python docs/draw_architecture.py        writes both anew (``make docs`` does)

A room is a package of ``brochures/``, ``pipeline.py``, ``build.py``, ``benchmarks/``, ``.ci/`` or ``docs/``. An arrow leads from a room to each
room that imports anything of it: for types only and inside of functions, too. ``architecture.svg`` leaves out an arrow where others lead the
same way round; ``uses.svg`` shows each.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import chain, pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

STAGES = {
    "load": "YAML into checked models",
    "resolve": "names into the things they name",
    "editorial": "findings about words",
    "compose": "a job into HTML",
    "layout": "HTML into measured pages",
    "pdf": "pages into bytes",
    "press": "screen colours into inks",
    "preflight": "finished bytes into findings",
    "publish": "judged files into out/",
    "handoff": "a folder and a zip for a print shop",
}
"""The stages, in the order in which words pass through them."""

OTHERS = {
    "findings": "what is wrong, where, and what to do",
    "geometry": "boxes, units, measured pages",
    "project": "paths, the clock, safe writing",
    "design": "what styles/ says: formats, inks",
    "engine": "all that touches WeasyPrint",
    "separations": "what a page paints, by ink",
    "proofs": "pictures of pages and findings",
    "production": "from composition to judged file",
    "partners": "packets by name, forms that return",
    "cli": "requests and their answers",
    "preview": "a page that follows the files",
    "pipeline": "calls the stages by name",
    "build.py": "arguments, output, exit codes",
    "benchmarks": "how fast the stages are",
    ".ci": "set-up of a machine",
    "docs": "these pictures, the list of codes",
}
"""What the stages stand on, and what stands on them."""

LEFT, RIGHT, WIDE, HIGH, PITCH, TOP = 50, 500, 310, 32, 44, 84
LANE, CORNER = 11, 5
"""The picture's measures, in px: columns, boxes, rows; lines side by side, and how round their corners are."""

INK, SOFT, LINE = "#1f2933", "#52606d", "#7b8794"
STAGE, STAGE_EDGE, OTHER, OTHER_EDGE = "#e3f0f2", "#2b7f8c", "#f6f0e4", "#b59f74"

Arrow = tuple[str, str]
"""A room that is used, and a room that uses it."""


def rooms_and_arrows(root: Path = ROOT) -> tuple[tuple[str, ...], frozenset[Arrow]]:
    """Return the rooms of the program, each before those that use it, and every arrow."""
    uses: dict[str, set[str]] = {room: set() for room in (*STAGES, *OTHERS)}
    folders = (sorted((root / name).rglob("*.py")) for name in ("brochures", "benchmarks", "docs"))
    for path in chain([root / "build.py"], *folders):
        room = _room(path.relative_to(root).parts)
        if room:
            uses[room] |= {used for name in _imports(path) if (used := _room(tuple(name.split(".")))) and used != room}
    setup = (root / ".ci" / "setup").read_text(encoding="utf-8")
    uses[".ci"] |= {_room(("brochures", name)) for name in re.findall(r"brochures/(\w+)", setup)}
    return _in_order(uses), frozenset((used, user) for user, all_used in uses.items() for used in all_used)


def _room(parts: tuple[str, ...]) -> str:
    """Return the room of a path or of a module's name; empty for the program's own head and for libraries."""
    if parts[0] == "brochures":
        return "" if len(parts) == 1 or parts[1] == "__init__.py" else parts[1].removesuffix(".py")
    return {"build": "build.py", "build.py": "build.py", "benchmarks": "benchmarks", "docs": "docs"}.get(parts[0], "")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module == "brochures"
            yield from (f"brochures.{alias.name}" for alias in node.names) if whole else [node.module]


def _in_order(uses: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Return the rooms, stages in the order of the map, every other room just before the first that uses it."""
    found: dict[str, None] = {}

    def visit(room: str) -> None:
        if room not in found:
            for used in sorted(uses[room], key=[*STAGES, *OTHERS].index):
                visit(used)
            found[room] = None

    for room in (*STAGES, *OTHERS):
        visit(room)
    return tuple(found)


def needed(arrows: Collection[Arrow]) -> list[Arrow]:
    """Return the arrows without which a room could not be reached: those that no way of two arrows or more replaces."""
    users: dict[str, set[str]] = {}
    for used, user in arrows:
        users.setdefault(used, set()).add(user)

    @cache
    def beyond(room: str) -> frozenset[str]:
        return frozenset(far for near in users.get(room, ()) for far in (near, *beyond(near)))

    return sorted(
        (used, user) for used, user in arrows if not any(user in beyond(other) for other in users[used] - {user})
    )


@dataclass
class _Lanes:
    """Lines that run side by side in one corridor; ``step`` is how far the next one lies, in px."""

    start: float
    step: float
    taken: list[list[tuple[float, float]]]

    def place(self, top: float, bottom: float) -> float:
        """Return the x of the nearest lane that is free from ``top`` to ``bottom``."""
        for number, lane in enumerate(self.taken):
            if all(bottom < other_top or other_bottom < top for other_top, other_bottom in lane):
                lane.append((top, bottom))
                return self.start + number * self.step
        self.taken.append([(top, bottom)])
        return self.start + (len(self.taken) - 1) * self.step


def picture(rooms: tuple[str, ...], arrows: Collection[Arrow]) -> str:
    """Return the rooms in two columns, stages at the left, with the arrows that are needed, all of them downwards."""
    top = {room: TOP + number * PITCH for number, room in enumerate(rooms)}
    columns = [[room for room in rooms if room in STAGES], [room for room in rooms if room not in STAGES]]
    beside = {pair for column in columns for pair in pairwise(column)}
    shown = needed(arrows)
    ports = _ports([arrow for arrow in shown if arrow not in beside], top)
    lanes = {
        "left": _Lanes(LEFT - 18, -LANE, []),
        "middle": _Lanes(LEFT + WIDE + 20, LANE, []),
        "right": _Lanes(RIGHT + WIDE + 18, LANE, []),
    }
    parts = [_head(rooms, arrows, shown)]
    nearest_first = sorted(shown, key=lambda one: (top[one[1]] - top[one[0]], top[one[0]]))
    parts += [_straight(one, top) if one in beside else _bent(one, ports, lanes) for one in nearest_first]
    parts += [_box(room, top[room]) for room in rooms]
    return _svg(RIGHT + WIDE + 90, TOP + len(rooms) * PITCH + 8, "Rooms of the program, and which uses which", parts)


def _ports(bent: Collection[Arrow], top: Mapping[str, int]) -> dict[tuple[Arrow, int], tuple[float, float]]:
    """Return where each line begins (0) and ends (1): spread over the side of its room, those that leave below those that come."""
    sides: dict[tuple[str, str], list[tuple[Arrow, int]]] = {}
    for arrow in sorted(bent, key=lambda one: (top[one[0]], top[one[1]])):
        for end in (1, 0):
            sides.setdefault((arrow[end], _corridor(arrow)), []).append((arrow, end))
    found: dict[tuple[Arrow, int], tuple[float, float]] = {}
    for (room, corridor), ends in sides.items():
        ends.sort(key=lambda one: (-one[1], top[one[0][0]], -top[one[0][1]]))
        outer = corridor == "left" or (corridor == "middle" and room not in STAGES)
        x = (LEFT if room in STAGES else RIGHT) + (0 if outer else WIDE)
        for number, port in enumerate(ends, 1):
            found[port] = (x, top[room] + HIGH * number / (len(ends) + 1))
    return found


def _corridor(arrow: Arrow) -> str:
    sides = {room in STAGES for room in arrow}
    return "middle" if len(sides) > 1 else "left" if sides == {True} else "right"


def _straight(arrow: Arrow, top: Mapping[str, int]) -> str:
    x = (LEFT if arrow[0] in STAGES else RIGHT) + WIDE / 2
    return _path(f"M{x:g} {top[arrow[0]] + HIGH}V{top[arrow[1]] - 1}")


def _bent(arrow: Arrow, ports: Mapping[tuple[Arrow, int], tuple[float, float]], lanes: Mapping[str, _Lanes]) -> str:
    (x1, y1), (x2, y2) = ports[arrow, 0], ports[arrow, 1]
    x = lanes[_corridor(arrow)].place(y1 - CORNER, y2 + CORNER)
    out, back = (1 if x > x1 else -1), (1 if x2 > x else -1)
    c = CORNER
    return _path(
        f"M{x1:g} {y1:g}H{x - out * c:g}q{out * c:g} 0 {out * c:g} {c:g}V{y2 - c:g}q0 {c:g} {back * c:g} {c:g}H{x2 - back:g}"
    )


def _path(steps: str) -> str:
    return f'<path d="{steps}" fill="none" stroke="{LINE}" stroke-width="1.3" marker-end="url(#tip)"/>'


def _box(room: str, top: int) -> str:
    is_stage = room in STAGES
    left = LEFT if is_stage else RIGHT
    ground, edge = (STAGE, STAGE_EDGE) if is_stage else (OTHER, OTHER_EDGE)
    number = f"{list(STAGES).index(room) + 1} " if is_stage else ""
    words = escape({**STAGES, **OTHERS}[room])
    return (
        f'<rect x="{left}" y="{top}" width="{WIDE}" height="{HIGH}" rx="4" fill="{ground}" stroke="{edge}"/>'
        f'<text x="{left + 10}" y="{top + 20}" font-size="13"><tspan font-weight="600" fill="{INK}">{number}{escape(room)}</tspan>'
        f'<tspan dx="8" font-size="11.5" fill="{SOFT}">{words}</tspan></text>'
    )


def _head(rooms: Collection[str], arrows: Collection[Arrow], shown: Collection[Arrow]) -> str:
    counts = f"{len(rooms)} rooms, {len(arrows)} arrows; {len(shown)} of them are drawn, the others follow from these"
    return (
        _text(LEFT, 28, "An arrow leads from a room to one that uses it.", INK, 15)
        + _text(LEFT, 47, counts, SOFT)
        + _text(LEFT, 74, "Stages", INK, 13)
        + _text(RIGHT, 74, "What they stand on, and what stands on them", INK, 13)
    )


def table(rooms: tuple[str, ...], arrows: Collection[Arrow]) -> str:
    """Return all arrows as a table: a dot where the room of a row uses that of a column."""
    left, top, step = 150, 110, 24
    parts = [_text(left, 24, f"{len(arrows)} arrows: a dot where the room at the left uses the one above.", INK, 14)]
    for number, room in enumerate(rooms):
        y, x = top + number * step, left + number * step
        edge = STAGE_EDGE if room in STAGES else OTHER_EDGE
        if number % 2 == 0:
            parts.append(f'<rect x="{left}" y="{y}" width="{len(rooms) * step}" height="{step}" fill="#f5f7fa"/>')
        parts += [
            f'<text x="{left - 10}" y="{y + 16}" font-size="12.5" text-anchor="end" fill="{INK}">{escape(room)}</text>',
            f'<text transform="translate({x + 16} {top - 8}) rotate(-50)" font-size="12.5" fill="{INK}">{escape(room)}</text>',
            f'<rect x="{x}" y="{y}" width="{step}" height="{step}" fill="{edge}" opacity="0.25"/>',
        ]
    for used, user in sorted(arrows):
        across, down = left + (rooms.index(used) + 0.5) * step, top + (rooms.index(user) + 0.5) * step
        colour = STAGE_EDGE if used in STAGES else OTHER_EDGE
        parts.append(f'<circle cx="{across:g}" cy="{down:g}" r="5" fill="{colour}"/>')
    return _svg(left + len(rooms) * step + 70, top + len(rooms) * step + 14, "Every room, and the rooms it uses", parts)


def _text(x: float, y: float, words: str, colour: str, size: float = 12) -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}">{escape(words)}</text>'


def _svg(width: float, height: float, title: str, parts: Collection[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        'font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif" role="img">'
        f"<title>{escape(title)}</title>"
    )
    tip = f'<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.5L8 4L0 7.5z" fill="{LINE}"/></marker>'
    ground = f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>'
    return "\n".join([head, f"<defs>{tip}</defs>", ground, *parts, "</svg>", ""])


def main() -> None:
    """Write both pictures."""
    rooms, arrows = rooms_and_arrows()
    (HERE / "architecture.svg").write_text(picture(rooms, arrows), encoding="utf-8")
    (HERE / "uses.svg").write_text(table(rooms, arrows), encoding="utf-8")
    sys.stdout.write(f"{len(rooms)} rooms, {len(arrows)} arrows\n")


if __name__ == "__main__":
    main()

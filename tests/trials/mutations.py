"""Small mistakes that a person could make in a line of Python: each mutant is one of them in one file.

Types, docstrings, decorators, ``__all__``, imports and what is logged are left alone: nothing that the program does depends
on them. Words for people are left alone, too: of strings only those without a space count, such as names and keys.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import deepcopy

from tests.trials.mutant import Mutant

NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
EDGE: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
"""The same comparison, with the limit itself on the other side."""

ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
OPPOSITE = {"min": "max", "max": "min", "any": "all", "all": "any"}
EMPTY = {
    "tuple": "()",
    "list": "[]",
    "set": "set()",
    "frozenset": "frozenset()",
    "dict": "{}",
    "str": "''",
    "bytes": "b''",
}
SHARE = 0.1
"""A number with a point is made larger and smaller by this share of itself."""

LONGEST_NAME = 24
LOGGED = ("log", "logger", "logging", "warnings")


def mutants(file: str, source: bytes) -> list[Mutant]:
    """Return every mutant of one file, in the order of its lines."""
    finder = _Finder(file, source)
    finder.visit(ast.parse(source))
    return sorted(set(finder.found), key=lambda one: (one.start, one.end, one.kind, one.text))


class _Finder(ast.NodeVisitor):
    """Goes through a file and writes down what could be mistaken."""

    def __init__(self, file: str, source: bytes) -> None:
        self._file = file
        self._source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._result: ast.expr | None = None
        self._whole: ast.JoinedStr | None = None
        self.found: list[Mutant] = []

    def visit_Import(self, node: ast.Import) -> None:
        """Leave it."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Leave it."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Look at the value, not at its type."""
        if node.value is not None:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        """Leave its type."""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Leave its decorators and bases."""
        self._body(node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Leave its decorators and types; remember what it says it returns."""
        before, self._result = self._result, node.returns
        self.visit(node.args)
        self._body(node.body)
        self._result = before

    def visit_Assign(self, node: ast.Assign) -> None:
        """Leave ``__all__``; a value that is put somewhere may be forgotten."""
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
            return
        if all(isinstance(target, (ast.Attribute, ast.Subscript)) for target in node.targets):
            self._put(node, "statement removed", "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Forget it."""
        self._put(node, "statement removed", "pass")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Forget a call; leave docstrings and what is logged."""
        if isinstance(node.value, ast.Constant) or _is_logged(node.value):
            return
        self._put(node, "statement removed", "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Forget it."""
        self._put(node, "statement removed", "pass")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        """Forget it."""
        self._put(node, "statement removed", "pass")

    def visit_Break(self, node: ast.Break) -> None:
        """Forget it."""
        self._put(node, "statement removed", "pass")

    def visit_Return(self, node: ast.Return) -> None:
        """Give nothing back."""
        if node.value is None:
            return
        if not (isinstance(node.value, ast.Constant) and node.value.value in {None, True, False}):
            empty = _empty(self._result)
            if ast.unparse(node.value) != empty:
                self._put(node, "returns nothing", f"return {empty}")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        """Turn the condition round."""
        if ast.unparse(node.test) == "TYPE_CHECKING":
            return
        self._negate(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """Turn the condition round."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Turn the condition round."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Turn each condition round."""
        for condition in node.ifs:
            self._negate(condition)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Compare the other way, or with the limit itself on the other side."""
        for index, operator in enumerate(node.ops):
            for kind, table in (("comparison", NEGATED), ("limit itself", EDGE)):
                if other := table.get(type(operator)):
                    self._change(node, kind, lambda new, i=index, o=other: new.ops.__setitem__(i, o()))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """Exchange ``and`` and ``or``."""
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        self._change(node, "and, or", lambda new: setattr(new, "op", other()))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Drop ``not`` or a minus."""
        if isinstance(node.op, (ast.Not, ast.USub)):
            self._replace(node, "sign dropped", node.operand)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Reckon with the opposite."""
        if other := ARITHMETIC.get(type(node.op)):
            self._change(node, "arithmetic", lambda new: setattr(new, "op", other()))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Exchange the first two arguments, or take the largest for the smallest."""
        if _is_logged(node):
            return
        if isinstance(node.func, ast.Attribute) and node.func.attr in {"strip", "lstrip", "rstrip"}:
            self.visit(node.func)  # a sign more at an end would be found nowhere
            return
        name = ast.unparse(node.func)
        if name in OPPOSITE:
            self._replace(node.func, "opposite", ast.Name(OPPOSITE[name]))
        plain = name not in {"min", "max"} and not any(isinstance(argument, ast.Starred) for argument in node.args[:2])
        if len(node.args) > 1 and plain and ast.unparse(node.args[0]) != ast.unparse(node.args[1]):
            swapped = [node.args[1], node.args[0], *node.args[2:]]
            self._change(node, "arguments exchanged", lambda new: setattr(new, "args", swapped))
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Leave ``Literal``, which is a type."""
        if ast.unparse(node.value) != "Literal":
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Look at what is filled in: its place is known by the whole string only."""
        outer, self._whole = self._whole, self._whole or node
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit(value.value)
        self._whole = outer

    def visit_Constant(self, node: ast.Constant) -> None:
        """Write another number, the other truth or another name."""
        value = node.value
        if isinstance(value, bool):
            self._replace(node, "truth", ast.Constant(not value))
        elif isinstance(value, int):
            self._replace(node, "number", ast.Constant(value + 1))
            self._replace(node, "number", ast.Constant(value - 1))
        elif isinstance(value, float):
            step = SHARE * value or 1.0
            self._replace(node, "number", ast.Constant(round(value + step, 12)))
            self._replace(node, "number", ast.Constant(round(value - step, 12)))
        elif isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and not value.split()[1:]:
            self._replace(node, "name", ast.Constant(f"{value}x"))
        elif isinstance(value, bytes) and value:
            self._replace(node, "name", ast.Constant(value + b"x"))

    def _body(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.visit(statement)

    def _negate(self, condition: ast.expr) -> None:
        if not isinstance(condition, ast.Compare):
            self._replace(condition, "condition", ast.UnaryOp(ast.Not(), condition))

    def _change(self, node: ast.expr, kind: str, change: Callable[..., object]) -> None:
        new = deepcopy(node)
        change(new)
        self._replace(node, kind, new)

    def _replace(self, node: ast.expr, kind: str, new: ast.expr) -> None:
        """Write ``new`` for ``node``; inside a string with values in it the whole string is written anew."""
        if self._whole is None:
            self._put(node, kind, f"({ast.unparse(new)})" if _needs_brackets(new) else ast.unparse(new))
            return
        whole = _Exchange(node, new).visit(deepcopy(self._whole, {id(node): node}))
        try:
            self._put(self._whole, kind, ast.unparse(whole))
        except ValueError:
            return  # a string that cannot be written with the quotation marks that are left

    def _put(self, node: ast.expr | ast.stmt, kind: str, text: str) -> None:
        first, last = node.lineno, node.end_lineno or node.lineno
        start = self._starts[first - 1] + node.col_offset
        end = self._starts[last - 1] + (node.end_col_offset or 0)
        self.found.append(Mutant(self._file, (first, last), kind, start, end, text))


class _Exchange(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = new

    def visit(self, node: ast.AST) -> ast.AST:
        """Put the new part in the place of the old one."""
        return self._new if node is self._old else super().visit(node)


def _needs_brackets(node: ast.expr) -> bool:
    return isinstance(node, (ast.BinOp, ast.BoolOp, ast.Compare, ast.UnaryOp, ast.IfExp))


def _is_logged(node: ast.expr) -> bool:
    parts = ast.unparse(node.func).lower().split(".") if isinstance(node, ast.Call) else []
    return len(parts) > 1 and parts[-2].strip("_") in LOGGED


def _empty(result: ast.expr | None) -> str:
    """Return what a function gives back that has found nothing."""
    head = ast.unparse(result).split("[", maxsplit=1)[0] if result is not None else ""
    return {**EMPTY, "bool": "False", "Sequence": "()", "Mapping": "{}", "Iterator": "iter(())"}.get(head, "None")

"""Small faults that could have been made in a module, one at a time, as its whole text with the fault in it."""

import ast
from typing import NamedTuple

COMPARED = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "=="}
WRITTEN = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
LOOKUPS = {"lt": "lte", "lte": "lt", "gt": "gte", "gte": "gt"}
ASKING = {"filter", "exclude", "get", "Q", "update"}
LOCKS = {"lock", "locked", "find_locked", "select_for_update"}


class Mutation(NamedTuple):
    line: int
    what: str  # "lock", "atomic", "boundary", "condition" or "argument"
    before: str
    after: str
    text: str


def mutations(text):
    """All of them, in the order of the lines."""
    source = Source(text)
    found = [each for node in ast.walk(ast.parse(text)) for each in _of(node, source)]
    return sorted((source.mutation(*each) for each in found), key=lambda each: each.line)


class Source:
    def __init__(self, text):
        self.text, self.lines = text, text.splitlines(keepends=True)

    def place(self, line, column):
        """The place in the text of a line and a column in bytes, as trees of Python tell it."""
        return sum(map(len, self.lines[: line - 1])) + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node):
        return self.place(node.lineno, node.col_offset), self.place(node.end_lineno, node.end_col_offset)

    def of(self, node):
        start, end = self.span(node)
        return self.text[start:end]

    def mutation(self, what, start, end, words):
        before = self.text[start:end]
        return Mutation(
            self.text.count("\n", 0, start) + 1,
            what,
            before.strip(),
            words,
            self.text[:start] + words + self.text[end:],
        )


def _of(node, source):
    if isinstance(node, ast.Compare):
        yield from _boundaries(node, source)
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            others = [source.of(other) for other in node.values if other is not each]
            joined = " and ".join(others) if isinstance(node.op, ast.And) else " or ".join(others)
            yield "condition", *source.span(node), f"({joined})"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "condition", *source.span(node), f"bool({source.of(node.operand)})"
    elif isinstance(node, ast.Call):
        yield from _calls(node, source)
    elif isinstance(node, ast.FunctionDef):
        for each in node.decorator_list:
            if source.of(each).endswith("atomic"):
                yield "atomic", *source.span(each), "(lambda function: function)"
    elif isinstance(node, ast.withitem) and source.of(node.context_expr).endswith("atomic()"):
        yield "atomic", *source.span(node.context_expr), "__import__('contextlib').nullcontext()"


def _boundaries(node, source):
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        if type(operator) in COMPARED:
            start, end = source.span(left)[1], source.span(right)[0]
            words = source.text[start:end].replace(WRITTEN[type(operator)], COMPARED[type(operator)], 1)
            yield "boundary", start, end, words
        left = right


def _calls(node, source):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in LOCKS:
        yield "lock", *source.span(node), _without_lock(name, node, source)
    if name in ASKING:
        for each in node.keywords:
            start, end = source.span(each)
            lookup = (each.arg or "").rpartition("__")[2]
            if "__" in (each.arg or "") and lookup in LOOKUPS:
                words = source.text[start:end].replace(f"__{lookup}=", f"__{LOOKUPS[lookup]}=", 1)
                yield "boundary", start, end, words
            if each.arg and len(node.keywords) + len(node.args) > 1:
                while source.text[end] in ", \n":
                    end += 1
                yield "condition", start, end, ""
    if len(node.args) == 2 and all(isinstance(each, ast.Name) for each in node.args):
        first, second = node.args
        yield "argument", source.span(first)[0], source.span(second)[1], f"{second.id}, {first.id}"


def _without_lock(name, node, source):
    if name == "select_for_update":
        return f"{source.of(node.func.value)}.all()"
    if name == "find_locked":
        records, key = map(source.of, node.args)
        return f"{records}.filter(pk={key}).first()"
    return source.of(node.args[0]) if node.args else "None"

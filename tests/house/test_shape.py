"""The shape of the code: docstrings, short functions, short files, one module that prints, nothing left for later."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator

import pytest

from tests.house.files import python_files

FUNCTION_LINES = 60
FILE_LINES = 400
Function = ast.FunctionDef | ast.AsyncFunctionDef
Rule = Callable[[str, str, ast.Module], Iterator[str]]
RULES: list[Rule] = []

WAIVER = re.compile(r"(noqa|type:\s*ignore|pragma)\b(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[^\]]*\]|:\s*no cover)?")
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def rule(check: Rule) -> Rule:
    RULES.append(check)
    return check


def in_package(name: str) -> bool:
    return name.startswith("qstd/")


def may_print(name: str) -> bool:
    return name.startswith(("qstd/cli.py", "qstd/cli/", "qstd/__main__.py"))


def comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@rule
def module_says_what_it_is_for(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield f"{name}:1: no docstring"


@rule
def file_is_short(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    if (lines := text.count("\n")) > FILE_LINES:
        yield f"{name}: {lines} lines"


@rule
def function_is_short(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, Function) and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES:
            yield f"{name}:{node.lineno}: {node.name} has {lines} lines"


@rule
def public_name_has_a_docstring(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    for node in tree.body if in_package(name) else []:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{name}:{node.lineno}: {node.name} has no docstring"


@rule
def only_the_command_line_prints_and_exits(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    if not in_package(name) or may_print(name):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in {"print", "SystemExit", "exit", "quit"}:
            yield f"{name}:{node.lineno}: {node.id}"
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {
            "sys.exit",
            "os._exit",
            "sys.stdout",
            "sys.stderr",
        }:
            yield f"{name}:{node.lineno}: {ast.unparse(node)}"


@rule
def nothing_is_left_for_later(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    for line, comment in comments(text):
        if LATER.search(comment):
            yield f"{name}:{line}: {comment}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc and "NotImplementedError" in ast.unparse(node.exc):
            yield f"{name}:{node.lineno}: NotImplementedError"


@rule
def waiver_has_a_reason(name: str, text: str, tree: ast.Module) -> Iterator[str]:
    for line, comment in comments(text):
        reason, waivers = WAIVER.subn("", comment)
        if waivers and len(re.findall(r"\w{2,}", reason)) < 2:
            yield f"{name}:{line}: {comment}"


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_house(check: Rule) -> None:
    offences = [
        offence for name, text in python_files().items() for offence in check(name, text, ast.parse(text, name))
    ]

    assert offences == []


PLANTED = {
    module_says_what_it_is_for: "x = 1\n",
    file_is_short: "x = 1\n" * (FILE_LINES + 1),
    function_is_short: "def f():\n" + "    x = 1\n" * FUNCTION_LINES,
    public_name_has_a_docstring: "def f(): ...\n",
    only_the_command_line_prints_and_exits: "import sys\nsys.exit(print('x'))\n",
    nothing_is_left_for_later: "x = 1  # TO" + "DO: more\n",
    waiver_has_a_reason: "x = 1  # type: ignore[assignment]\n",
}


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_rule_can_fail(check: Rule) -> None:
    text = PLANTED[check]

    assert list(check("qstd/x.py", text, ast.parse(text)))


def test_a_waiver_with_a_reason_is_fine() -> None:
    text = "x = 1  # type: ignore[assignment]  # the library has no types\n"

    assert list(waiver_has_a_reason("qstd/x.py", text, ast.parse(text))) == []

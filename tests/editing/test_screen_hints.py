"""On a screen no hint names a command: a rule that does has other words for the editor."""

import ast
from pathlib import Path

from qstd import lint
from qstd.model.finding import Finding, Place, message
from qstd.verbs.editing.screen_hints import on_a_screen

RULES = Path(lint.__file__).parent


def naming_commands() -> set[str]:
    """The codes of the rules whose texts name a command."""
    found = set()
    for module, code in lint.codes().items():
        tree = ast.parse((RULES / f"{module}.py").read_text("utf-8"))
        calls = [
            each for each in ast.walk(tree) if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "message"
        ]
        texts = [each.args[0].value for each in calls if each.args and isinstance(each.args[0], ast.Constant)]
        if any("qstd " in str(each) for each in texts):
            found.add(code)
    return found


def test_no_command_is_named_on_a_screen() -> None:
    codes = naming_commands()
    assert {"M011", "M014"} <= codes
    for code in codes:
        hint = on_a_screen(Finding(code, "warning", message("Noget."), Place(""), message("Kør qstd noget."))).hint
        assert hint is not None
        assert "qstd " not in hint.text, code


def test_other_hints_stay() -> None:
    finding = Finding("M013", "warning", message("Noget."), Place(""), message("Slet linjen."))
    assert on_a_screen(finding) is finding

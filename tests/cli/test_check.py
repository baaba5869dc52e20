"""A rule that breaks: the others go on, and where in the program it was is told only to those who ask."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qstd import lint
from qstd.cli import main
from qstd.lint.rule import Around, Hit, Rule
from qstd.model.standard import Standard
from tests.cli.test_commands import GOOD, MUNICIPALITY


def broken(standard: Standard, around: Around) -> Iterator[Hit]:
    raise ValueError("inside the rule")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and a rule that breaks over every standard of it."""
    folder = tmp_path / "standards" / "lejre"
    folder.mkdir(parents=True)
    (folder / "municipality.yaml").write_text(MUNICIPALITY, "utf-8")
    (folder / "a.yaml").write_text(GOOD, "utf-8")
    rules = (Rule("S999", "error", broken), *lint.rules())
    monkeypatch.setattr(lint, "rules", lambda only=frozenset(): rules)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_rule_that_breaks_is_named_and_the_others_go_on(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    out, err = capsys.readouterr()

    assert "advarsel K099: Reglen S999 kunne ikke køre." in out
    assert "Kør igen med --debug for at se fejlen." in out
    assert "R001" in out
    assert "Traceback" not in out + err


def test_with_debug_its_traceback_is_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--debug"])
    out, err = capsys.readouterr()

    assert "Traceback" not in out
    assert err.count("Traceback (most recent call last):") == 1
    assert "ValueError: inside the rule" in err


def test_data_has_the_traceback_only_with_debug(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", "json"])
    plain = [each for each in json.loads(capsys.readouterr().out) if each["code"] == "K099"]
    main(["check", "--format", "json", "--debug"])
    debug = [each for each in json.loads(capsys.readouterr().out) if each["code"] == "K099"]

    assert ["Traceback" in each["hint"] for each in (*plain, *debug)] == [False, True]


def test_the_report_of_the_site_says_nothing_of_it(home: Path) -> None:
    assert main(["build", "--format", "html", "--skip", "search,comparisons"]) == 0
    site = home / "build" / "site"
    page = (site / "lejre" / "eftersyn.html").read_text("utf-8")

    assert "eftersyn.html" in (site / "lejre" / "index.html").read_text("utf-8")
    assert "K099" not in page
    assert "R001" in page

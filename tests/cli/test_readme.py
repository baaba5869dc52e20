"""The README's tour does what it says: the change that it asks for gives the finding that it shows."""

import shutil
from pathlib import Path

import pytest

from qstd.cli import COMMANDS, main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_tour_shows_what_check_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    path = tmp_path / "standards" / "lejre" / "stoettekontaktperson.yaml"
    before, sentence, after = path.read_text("utf-8").partition("reageret inden for 7 dage")
    path.write_text(before + sentence.replace("7", "14") + after, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert main(["check"]) == 1
    printed = " ".join(capsys.readouterr().out.split())
    shown = README.split("```\n   standards/", 1)[1].split("```", 1)[0]
    assert "standards/" + " ".join(shown.split()) in printed


def test_every_command_is_named() -> None:
    assert [each for each in COMMANDS if f"`{each}`" not in README] == []


def test_every_picture_is_there() -> None:
    pictures = [part.split(")", 1)[0] for part in README.split("](")[1:]]
    assert [each for each in pictures if not (ROOT / each).exists()] == []

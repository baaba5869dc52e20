"""What `qstd build` says: what was done and why, in words."""

import errno
import os
import re
from pathlib import Path

import pytest

from qstd import depot
from qstd.cli import main
from tests.building.small import lay_out

WORDS = ["build", "--out", "site", "--format", "html,data", "--skip", "search,booklets", "--today", "2026-03-01"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path).root


def test_what_was_done_is_counted_and_explained(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(WORDS) == 0
    out, err = capsys.readouterr()
    count = re.search(r"Filer: (\d+) skrevet, 0 uændrede, 0 fjernet", out)
    assert count
    assert "lejre/a/index.html" in err.splitlines()

    assert main([*WORDS, "--explain"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Intet er lavet igen: alt er, som det var.\nStandarder udgivet: 3.\nFiler: 0 skrevet, ")
    assert f"{count[1]} uændrede, 0 fjernet" in out
    assert err == ""

    path = home / "standards" / "lejre" / "a.yaml"
    path.write_text(path.read_text("utf-8").replace("Ledsagelse i", "Ledsagelse for"), "utf-8")
    assert main([*WORDS, "--explain", "--lang", "en", "--jobs", "2"]) == 0
    assert "lejre/a/index.html" in capsys.readouterr().out


def test_another_choice_makes_again_only_what_it_touches(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(WORDS)
    capsys.readouterr()
    main([each if each != "html,data" else "html,data,docx" for each in [*WORDS, "--explain"]])
    out, _ = capsys.readouterr()
    made = [each.partition(": ") for each in out.splitlines() if "/" in each and ": " in each]
    assert "lejre/a/a.docx" in [each[0] for each in made]
    assert not [each for each in made if each[0].endswith(".json") or each[0].startswith("assets/")]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--format", "html,exe"], "fejl: »exe« er ikke noget, der kan laves eller undværes."),
        (["--today", "i går"], "fejl: »i går« er ikke en dato."),
        (["--executor", "http://x"], "fejl: »http://x« er ikke adressen på en klynge."),
    ],
)
def test_what_cannot_be_followed_is_told(
    words: list[str], what: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*WORDS, *words]) == 2
    assert capsys.readouterr().err.startswith(f"{what}\nhjælp: ")
    assert not (home / "site").exists()


def test_a_template_that_cannot_be_read_at_all_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / "templates" / "html"
    folder.mkdir(parents=True)
    (folder / "standard.html").write_bytes(b"\xff")
    assert main(WORDS) == 1
    assert "templates/html/standard.html:1: filen er ikke gemt som UTF-8\n" in capsys.readouterr().err
    assert (home / "site" / "lejre" / "index.html").exists()
    assert not (home / "site" / "lejre" / "a" / "index.html").exists()


def test_an_error_in_a_template_ends_with_1(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / "templates" / "html"
    folder.mkdir(parents=True)
    (folder / "standard.html").write_text("{{ nobody }}")
    assert main(WORDS) == 1
    err = capsys.readouterr().err
    assert err.count("templates/html/standard.html: fejl P002: ") == 3
    assert "Siden lejre/a/index.html kan ikke laves: templates/html/standard.html:1: " in err
    assert (home / "site" / "lejre" / "a" / "a.json").exists()


def test_a_site_cannot_be_written_where_a_file_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "site").write_text("mine")
    for _ in range(2):
        assert main(WORDS) == 1
        assert "fejl: Der kan ikke læses eller skrives: " in capsys.readouterr().err
    assert (home / "site").read_text() == "mine"
    (home / "site").unlink()
    assert main(WORDS) == 0


def test_a_full_disk_is_told_by_its_reason(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # as writing to an open file does: it names none

    monkeypatch.setattr(depot, "_write_all", full)
    assert main(WORDS) == 1
    assert "fejl: Der kan ikke læses eller skrives: disken er fuld.\n" in capsys.readouterr().err

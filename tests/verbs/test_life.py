"""The life of a standard in words and as data: what each version changed, when it held, and what ended it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from qstd import history
from qstd.cli import main
from qstd.history import Person
from qstd.verbs.gather import gather
from qstd.verbs.timeline import approved, in_force, spans, versions
from qstd.workspace import Workspace
from tests.history.repository import Repository
from tests.verbs.approvals import ALONE, path, small

ANNE = Person("Anne Åben", "anne@eksempel.dk")
REF = "lejre/a"
DRAFT = ALONE.replace("  text: 'Godkendt i 2015'  # som der stod\n", "  date: 2015-10-05\n").replace(
    "   # indtil mødet", ""
)
IN_FORCE = DRAFT.replace("status: draft", "status: in_force")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    made = small(tmp_path, a=IN_FORCE)
    for each in "bc":
        path(made, each).unlink()
    monkeypatch.chdir(tmp_path)
    return made


def lived(home: Workspace, *texts: str | None) -> Repository:
    """Commit the texts one after the other, a day each from 2026-01-01 on; None takes the file away."""
    made = Repository(home.root)
    for text in texts:
        made.commit({} if text is None else {"standards/lejre/a.yaml": text}, remove=[] if text else [file(home)])
    return made


def file(home: Workspace) -> str:
    return path(home, "a").relative_to(home.root).as_posix()


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["log", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def held(home: Workspace, name: str = "a") -> list[tuple[str, str]]:
    """The days on which a version was in force, from and until."""
    return [(str(each.first), str(each.until)) for each in spans(versions(path(home, name)))]


def codes(home: Workspace, word: str) -> list[str]:
    return [each.code for each in gather((word,), home.root, home).findings if each.code[:2] == "R4"]


def hint(home: Workspace, word: str) -> str:
    (found,) = (each for each in gather((word,), home.root, home).findings if each.code[:2] == "R4")
    assert found.hint
    return found.hint.text.format(**found.hint.values)


# ---------- What is told ----------


def test_a_log_says_what_each_version_changed(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    second = IN_FORCE.replace("- topic: complaints", "- topic: contact\n  heading: Kontakt\n- topic: complaints")
    third = second.replace("transport.", "kørsel.").replace("title: Støtte", "title: Hjælp")
    lived(home, IN_FORCE, second, third.replace("- topic: contact\n  heading: Kontakt\n", ""))
    code, out, err = said(capsys, REF)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].endswith("Gældende fra 2015-10-05 (gælder nu)  qstd: commit 3")
    assert [each.strip() for each in lines[1:4]] == [
        "ændret: Hvad koster det?",
        "fjernet: Kontakt",
        "desuden: titlen",
    ]
    assert lines[5] == "    nyt: Kontakt"
    assert lines[6].endswith("(sidst godkendt)  qstd: commit 1")
    assert len(lines) == 7


def test_a_log_as_data(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    lived(home, DRAFT, IN_FORCE)
    code, out, _ = said(capsys, REF, "--format", "json")
    told = json.loads(out)
    assert (code, told["ref"], [each["status"] for each in told["versions"]]) == (0, REF, ["in_force", "draft"])
    newest = told["versions"][0]
    assert newest["changed"] == {"sections": [], "beside": ["status"]}
    assert newest["in_force"] == {"from": "2015-10-05", "until": None}
    assert (newest["is_in_force"], newest["is_last_approved"], newest["day"]) == (True, True, "2026-01-02")


def test_signs_for_the_terminal_are_not_passed_on(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    history.begin(home.root)
    history.record({path(home, "a"): IN_FORCE.encode()}, "Rød \x1b[31m tekst", ANNE)
    _, out, _ = said(capsys, REF)
    assert "\x1b" not in out
    assert "Rød" in out


def test_one_that_is_gone_is_still_told_of(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    lived(home, IN_FORCE, None)
    code, out, _ = said(capsys, REF)
    assert code == 0
    assert "slettet" in out.splitlines()[0]
    assert "gjaldt 2015-10-05 til 2026-01-01" in out.splitlines()[1]
    assert codes(home, f"{REF}@2020-01-01") == []
    assert codes(home, f"{REF}@2026-02-01") == ["R416"]


def test_a_file_that_got_another_name(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    made = lived(home, IN_FORCE)
    new = IN_FORCE.replace("2015-10-05", "2025-01-01")
    made.commit({"standards/lejre/ny.yaml": new}, remove=[file(home)])
    code, out, _ = said(capsys, "lejre/ny")
    assert code == 0
    assert "filen hed før a.yaml" in out
    found = gather(("lejre/ny@2020-01-01", "lejre/ny"), home.root, home)
    assert "R408" in {each.code for each in found.findings}
    assert [each.ref for each in found.found] == ["lejre/ny"] * 2


@pytest.mark.parametrize("day", ["1970-01-02", "2025-12-31"])
def test_a_clock_that_had_gone_back(home: Workspace, capsys: pytest.CaptureFixture[str], day: str) -> None:
    lived(home, IN_FORCE)
    wrong = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    path(home, "a").write_text(IN_FORCE.replace("in_force", "withdrawn"), "utf-8")
    subprocess.run(
        ["git", "-c", "user.name=q", "-c", "user.email=q@example.org", "commit", "-qam", "Ophævet"],
        cwd=home.root,
        env=os.environ | wrong,
        check=True,
    )
    code, out, err = said(capsys, REF)
    assert code == 0
    assert [line[:10] for line in out.splitlines() if line[0] != " "] == [day, "2026-01-01"]
    assert "H005" in err
    assert "et ur har gået forkert" in err
    assert held(home) == [("2015-10-05", "2026-01-01")]


def test_a_clone_of_the_latest_part(
    home: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = lived(home, IN_FORCE, IN_FORCE.replace("2015-10-05", "2025-01-01"))
    clone = tmp_path / "clone"
    made.git("clone", "--quiet", "--depth", "1", f"file://{home.root}", str(clone))
    monkeypatch.chdir(clone)
    code, out, err = said(capsys, REF)
    assert (code, out.count("commit 2")) == (0, 1)
    assert "H004" in err
    there = Workspace(clone)
    assert "unshallow" in hint(there, f"{REF}@2020-01-01")


@pytest.mark.parametrize("word", [f"{REF}@2015-10-05", f"{REF}@approved", "lejre/findes-ikke", "lejre/findes@HEAD"])
def test_what_there_is_no_log_of(home: Workspace, capsys: pytest.CaptureFixture[str], word: str) -> None:
    lived(home, IN_FORCE)
    code, out, err = said(capsys, word)
    assert (code, out) == (1, "")
    assert "R404" in err


COMMANDS = (
    ("confirm",),
    ("save", "-m", "x"),
    ("approve", "--body", "Byrådet", "--date", "2026-01-31"),
    ("hearing",),
    ("wheel",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=[each[0] for each in COMMANDS])
def test_a_version_that_a_command_cannot_take(
    home: Workspace, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    lived(home, IN_FORCE)
    assert main([command[0], f"{REF}@2015-10-05", *command[1:]]) != 0
    told = capsys.readouterr()
    assert "udgave" in told.out + told.err
    assert path(home, "a").read_text("utf-8") == IN_FORCE


# ---------- In force, and approved ----------

APPROVED = IN_FORCE.replace("status: in_force", "status: approved").replace("2015-10-05", "2025-06-01")
FROM = "date: 2025-06-01\n  effective_from: 2026-07-01\n"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (APPROVED, [("2015-10-05", "None")]),
        (APPROVED.replace("date: 2025-06-01\n", FROM), [("2015-10-05", "2026-07-01"), ("2026-07-01", "None")]),
        (APPROVED.replace("approved", "in_force"), [("2015-10-05", "2025-06-01"), ("2025-06-01", "None")]),
        (DRAFT.replace("2015", "2025"), [("2015-10-05", "None")]),
        (IN_FORCE.replace("in_force", "withdrawn"), [("2015-10-05", "2026-01-02")]),
        (None, [("2015-10-05", "2026-01-02")]),
        ("title: [", [("2015-10-05", "None")]),
    ],
)
def test_when_a_version_holds(home: Workspace, text: str | None, days: list[tuple[str, str]]) -> None:
    lived(home, IN_FORCE, text)
    assert held(home) == days


def test_what_is_only_approved_was_never_in_force(home: Workspace) -> None:
    lived(home, DRAFT, APPROVED, APPROVED.replace("approved", "withdrawn"))
    assert held(home) == []


def test_a_withdrawn_one_whose_life_is_not_known_was_in_force_until_it_was_kept(home: Workspace) -> None:
    gone = IN_FORCE.replace("in_force", "withdrawn")
    lived(home, gone, gone.replace("transport", "kørsel"))
    assert held(home) == [("2015-10-05", "2026-01-01")]


def test_one_that_was_taken_back_into_force(home: Workspace) -> None:
    again = IN_FORCE.replace("2015-10-05", "2026-01-20")
    lived(home, IN_FORCE, IN_FORCE.replace("in_force", "withdrawn"), again)
    assert held(home) == [("2015-10-05", "2026-01-02"), ("2026-01-20", "None")]


@pytest.mark.parametrize(("name", "ref"), [("ny", "lejre/ny"), ("roskilde/ny", "roskilde/ny")])
def test_what_took_its_place_is_named(home: Workspace, name: str, ref: str) -> None:
    lived(home, IN_FORCE, IN_FORCE.replace("status: in_force", f"status: withdrawn\nreplaced_by: {name}"))
    assert codes(home, f"{REF}@2026-01-01") == []
    assert f"{ref}@2026-02-01" in hint(home, f"{REF}@2026-02-01")


BOUND = "  content:\n    form: 1\n    whole: {}\n    sections: {{}}\n"


def test_the_last_approval_is_that_of_its_content(home: Workspace) -> None:
    """A content that was bound to an old date is that of the day on which it was bound."""
    edited = IN_FORCE.replace("transport", "kørsel")
    bound = edited.replace("date: 2015-10-05\n", f"date: 2015-10-05\n{BOUND.format('a' * 64)}")
    made = lived(home, IN_FORCE, edited, bound, bound.replace("kørsel", "en bus"))
    found = versions(path(home, "a"))
    assert [each.standard is not None for each in found] == [True] * 4
    then = approved(found)
    assert then is not None
    assert then.commit.subject == "commit 3"
    assert made.commits == 4


def test_one_that_is_only_approved_is_the_last_that_was_approved(home: Workspace) -> None:
    lived(home, IN_FORCE, APPROVED, APPROVED.replace("transport", "kørsel"), APPROVED.replace("approved", "hearing"))
    found = versions(path(home, "a"))
    then, now = approved(found), in_force(found, found[0].approval.date or pytest.fail("no day"))
    assert then is not None
    assert now is not None
    assert (then.commit.subject, now.commit.subject) == ("commit 2", "commit 1")


@pytest.mark.parametrize("word", ["lejre@2015-10-05", "lejre@approved", "standards@2015-10-05"])
def test_a_day_is_of_one_standard(home: Workspace, word: str) -> None:
    lived(home, IN_FORCE)
    assert codes(home, word) == ["R418"]

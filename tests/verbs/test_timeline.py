"""The life of a standard: its versions, which one was in force on a day, and keeping one more."""

import shutil
import subprocess
from pathlib import Path

import pytest

from qstd import history
from qstd.cli import main
from qstd.history import Person
from qstd.verbs.gather import gather
from qstd.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
REF = "lejre/stoettekontaktperson"
ANNE = Person("Anne Åben", "anne@eksempel.dk")
LIVES = (
    ("2015-10-05", "inden for 7 dage", "Godkendt 2015"),
    ("2019-03-01", "inden for 10 dage", "Ny frist"),
    ("2024-01-15", "inden for 14 dage", "Længere frist"),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lived(home: Path) -> Path:
    """A workspace in which a standard was approved three times, and is being changed."""
    file = home / "standards" / f"{REF}.yaml"
    text = file.read_text("utf-8")
    history.begin(home)
    for day, words, said in LIVES:
        own = text.replace("2015-10-05", day).replace("inden for 7 dage", words)
        file.write_text(own, "utf-8")
        history.record({file: file.read_bytes()}, said, ANNE)
    file.write_text(own.replace("status: in_force", "status: draft"), "utf-8")
    history.record({file: file.read_bytes()}, "Kladde til den næste", ANNE)
    return home


@pytest.mark.parametrize(
    ("word", "words"),
    [
        (f"{REF}@2015-10-05", "7 dage"),
        (f"{REF}@2019-02-28", "7 dage"),
        (f"{REF}@2019-03-01", "10 dage"),
        (f"{REF}@2026-01-01", "14 dage"),
        (f"{REF}@approved", "14 dage"),
        (f"{REF}@HEAD~2", "10 dage"),
    ],
)
def test_a_standard_as_it_was_in_force(lived: Path, word: str, words: str) -> None:
    found = gather((word,), lived, Workspace(lived))
    assert [each.code for each in found.findings if each.severity == "error"] == []
    (one,) = found.found
    assert words in repr(one.standard.sections)


@pytest.mark.parametrize(("moment", "code"), [("2014-12-31", "R416"), ("2026-02-31", "R417"), ("1/1", "R405")])
def test_a_moment_without_a_version(lived: Path, moment: str, code: str) -> None:
    found = gather((f"{REF}@{moment}",), lived, Workspace(lived))
    assert found.found == ()
    assert code in {each.code for each in found.findings}


def test_the_log_names_the_one_that_holds(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", REF]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:1] != " "]
    assert [line.rpartition(": ")[2] for line in lines] == [
        "Kladde til den næste",
        "Længere frist",
        "Ny frist",
        "Godkendt 2015",
    ]
    assert ["gælder nu" in line for line in lines] == [False, True, False, False]
    assert "gjaldt 2019-03-01 til 2024-01-14" in lines[2]
    assert "Anne Åben" in lines[0]


def test_saving_keeps_this_file_and_nothing_else(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, other = home / "standards" / f"{REF}.yaml", home / "standards" / "hvidovre" / "municipality.yaml"
    command = ["save", REF, "-m", "Første udgave", "--author", "Anne Åben <anne@eksempel.dk>"]
    assert main(command) == 1
    assert "git-arkiv" in capsys.readouterr().err
    assert main([*command, "--init"]) == 0
    file.write_text(file.read_text("utf-8").replace("7 dage", "9 dage"), "utf-8")
    other.write_text(other.read_text("utf-8") + "# mere\n", "utf-8")
    status = subprocess.run(["git", "status", "--short"], cwd=home, capture_output=True, text=True, check=True).stdout
    assert " M standards/lejre/stoettekontaktperson.yaml" in status
    assert main([*command[:2], "-m", "Ny frist", *command[4:]]) == 0
    status = subprocess.run(["git", "status", "--short"], cwd=home, capture_output=True, text=True, check=True).stdout
    assert "lejre/stoettekontaktperson" not in status
    assert "standards/hvidovre" in status
    assert main([*command[:2], "-m", "Igen", *command[4:]]) == 0
    assert "intet nyt" in capsys.readouterr().out


def test_a_standard_with_errors_is_not_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history.begin(home)
    file = home / "standards" / f"{REF}.yaml"
    file.write_text("title: [\n", "utf-8")
    assert main(["save", REF, "-m", "x", "--author", "A <a@b.dk>"]) == 1
    assert "før fejlene" in capsys.readouterr().err
    assert history.log(file) == ()


@pytest.mark.parametrize(("state", "words"), [("detached", "gren"), ("merge", "flette"), ("lock", "program")])
def test_a_repository_in_the_middle_of_something_is_left_alone(
    lived: Path, capsys: pytest.CaptureFixture[str], state: str, words: str
) -> None:
    before = subprocess.run(["git", "rev-parse", "HEAD"], cwd=lived, capture_output=True, text=True, check=True).stdout
    if state == "detached":
        subprocess.run(["git", "checkout", "-q", "--detach"], cwd=lived, check=True)
    elif state == "merge":
        (lived / ".git" / "MERGE_HEAD").write_text(before)
    else:
        (lived / ".git" / "index.lock").write_text("")
    file = lived / "standards" / f"{REF}.yaml"
    file.write_text(file.read_text("utf-8").replace("14 dage", "15 dage"), "utf-8")
    assert main(["save", REF, "-m", "x", "--author", "A <a@b.dk>"]) == 1
    assert words in capsys.readouterr().err
    after = subprocess.run(["git", "rev-parse", "HEAD"], cwd=lived, capture_output=True, text=True, check=True).stdout
    assert after == before
    assert "15 dage" in file.read_text("utf-8")

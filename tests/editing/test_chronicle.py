"""The history that the editor keeps: beginning one, a commit for each save, and what is said where git refuses."""

import os
import subprocess
from pathlib import Path

import pytest

from qstd.history import Person
from qstd.verbs.editing import versions
from qstd.verbs.editing.chronicle import Chronicle, named
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.saving import Saved, save
from qstd.verbs.editing.summing_up import summed_up
from tests.editing.places import ANNA, BO, REF, TEXT, file_of, put, small

ANNE = Person("Anne Bo", "anne@eksempel.dk")
NEW_SECTION = "- topic: contact\n  heading: Kontakt\n  body: Ring til os.\n"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(each, os.devnull)


@pytest.fixture
def chronicle(drafts: Drafts) -> Chronicle:
    """The history of a workspace, begun by Anne."""
    found = Chronicle(drafts.desk)
    assert found.begin("Begynd", ANNE) == ()
    return found


def git(drafts: Drafts, *words: str) -> str:
    done = subprocess.run(("git", *words), cwd=drafts.desk.home.root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def saved(drafts: Drafts, text: str) -> Saved:
    drafts.change(REF, ANNA, put(text), "sections/1/body")
    found = save(drafts.desk, drafts, REF, ANNA)
    assert isinstance(found, Saved)
    return found


def test_without_a_history_one_is_offered_and_saving_works(drafts: Drafts) -> None:
    chronicle = Chronicle(drafts.desk)
    saved(drafts, "Nu.")

    assert chronicle.is_lacking
    assert chronicle.keep(REF, ANNA, "Ret prisen", ANNE) is None
    assert versions.life(drafts.desk, REF) == versions.Life()


def test_begun_it_holds_what_lies_there_and_nothing_of_the_editors(drafts: Drafts, chronicle: Chronicle) -> None:
    drafts.change(REF, ANNA, put("En kladde."), "sections/1/body")

    assert chronicle.is_there
    assert not chronicle.is_lacking
    assert git(drafts, "ls-files") == "standards/lejre/municipality.yaml\nstandards/lejre/stoette.yaml"
    assert git(drafts, "status", "--porcelain") == ""
    assert [each.message.text for each in chronicle.begin("Igen", ANNE)] != []


def test_a_save_is_a_commit_by_whoever_saved(drafts: Drafts, chronicle: Chronicle) -> None:
    saved(drafts, "Hjælpen koster intet.")
    told = chronicle.keep(REF, ANNA, "Ret prisen", named("Bo <b>\n", "bo@eksempel.dk"))

    assert told is not None
    assert told.findings == ()
    assert git(drafts, "log", "-1", "--format=%H %an <%ae> %s") == f"{told.commit} Bo b <bo@eksempel.dk> Ret prisen"
    assert chronicle.told(REF, ANNA) == told
    assert chronicle.told(REF, BO) is None
    life = versions.life(drafts.desk, REF)
    assert [(each.words, each.author, each.is_alone) for each in life.versions] == [
        ("Ret prisen", "Bo b", False),
        ("Begynd", "Anne Bo", False),
    ]
    then = versions.one(drafts.desk, REF, life.versions[1].commit)
    assert then is not None
    assert "Hjælpen er gratis." in repr(versions.standard(drafts.desk, then)[0])
    assert versions.one(drafts.desk, REF, "HEAD") is None


@pytest.mark.parametrize("trouble", ["merge", "detached", "locked"])
def test_what_git_refuses_is_told_and_the_file_is_saved(drafts: Drafts, chronicle: Chronicle, trouble: str) -> None:
    own = drafts.desk.home.root / ".git"
    if trouble == "merge":
        (own / "MERGE_HEAD").write_text(git(drafts, "rev-parse", "HEAD") + "\n")
    elif trouble == "detached":
        git(drafts, "checkout", "--quiet", "--detach")
    else:
        (own / "index.lock").write_text("")
    before = git(drafts, "log", "--format=%H")
    saved(drafts, "Hjælpen koster intet.")
    told = chronicle.keep(REF, ANNA, "Ret prisen", ANNE)

    assert "koster intet" in file_of(drafts.desk).read_text("utf-8")
    assert told is not None
    assert told.commit == ""
    assert [each.code for each in told.findings] == ["H002"]
    assert git(drafts, "log", "--format=%H") == before


def test_whoever_saves_is_asked_once(drafts: Drafts, chronicle: Chronicle, tmp_path: Path) -> None:
    assert chronicle.person() is None
    saved(drafts, "Nu.")
    told = chronicle.keep(REF, ANNA, "Ret prisen", chronicle.person())
    assert told is not None
    assert told.asks
    assert [field for field, _ in chronicle.introduce("  ", "anne")] == ["navn", "adresse"]

    assert chronicle.introduce(" Anne  Bo ", "anne@eksempel.dk") == ()
    assert Chronicle(drafts.desk).person() == ANNE
    git(drafts, "config", "user.name", "En anden")
    git(drafts, "config", "user.email", "anden@eksempel.dk")
    assert chronicle.person() == ANNE
    (tmp_path / ".qstd" / "person.json").write_text("{")
    assert chronicle.person() == Person("En anden", "anden@eksempel.dk")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("", TEXT, "Ny standard: "),
        (TEXT, TEXT.replace("er gratis", "er helt gratis"), "Ret afsnittet »Pris«"),
        (TEXT, TEXT.replace("Hjælpen", "Støtten"), "Ret afsnittene »Formål« og »Pris«"),
        (TEXT, TEXT + NEW_SECTION, "Tilføj afsnittet »Kontakt«"),
        (TEXT + NEW_SECTION, TEXT, "Fjern afsnittet »Kontakt«"),
        (TEXT, TEXT.replace("title: ", "title: Ny "), "Ret titlen"),
        (TEXT, TEXT.replace("# kort", "# kortere"), "Ret filens tekst"),
        (TEXT, "title: [", "Ret filens tekst"),
        (TEXT, TEXT.replace("title: ", "title: Ny ").replace("er gratis", "er dyr"), "Ret standarden"),
        (TEXT, (TEXT + NEW_SECTION).replace("Hjælpen", "Støtten"), "Ret 3 afsnit"),
        (TEXT, TEXT, ""),
    ],
)
def test_a_save_is_summed_up(before: str, after: str, words: str) -> None:
    assert summed_up(before, after, "da").startswith(words)
    assert bool(summed_up(before, after, "da")) == bool(words)


def test_a_municipalitys_own_file_is_no_standard(tmp_path: Path) -> None:
    desk = small(tmp_path)
    assert desk.place("lejre/municipality") is None
    assert not desk.read("lejre/municipality").there

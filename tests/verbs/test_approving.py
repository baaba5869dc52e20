"""Approving: which step may follow which, what is written, and that nothing is where anything is wrong."""

import datetime as dt
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qstd import canon, history
from qstd.history import Person
from qstd.model.document import Link, Note, Paragraph, plain
from qstd.model.standard import Approval, ApprovedContent
from qstd.present.report import report_document
from qstd.present.standard import standard_document
from qstd.readers import yaml_file
from qstd.verbs.approval_steps import WAYS, Asked, Status
from qstd.verbs.approval_writing import Done, carried_out
from qstd.verbs.corpus import read_all
from qstd.verbs.report import looked_at
from qstd.workspace import Workspace
from tests.present.standard_parts import inlines_of
from tests.verbs.approvals import ALONE, COMMON, COUNCIL, DAY, TEXT, TODAY, files, path, plan, record, shown, small

ANNE = Person("Anne Åben", "anne@eksempel.dk")
LATER = dt.date(2026, 6, 1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return small(tmp_path / "w")


@pytest.fixture
def kept(home: Workspace) -> Workspace:
    """The same with a history."""
    history.begin(home.root)
    history.record({each: each.read_bytes() for each in home.standards.rglob("*.yaml")}, "Begyndt", ANNE)
    return home


def git(home: Workspace, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=home.root, capture_output=True, check=True)
    return done.stdout.decode().strip()


def do(home: Workspace, asked: Asked = COUNCIL, word: str = "lejre/a", person: Person | None = None) -> Done:
    """Carry a step out that nothing is in the way of."""
    planned = plan(home, asked, word)
    assert planned.may_be_done, planned.findings
    done = carried_out(planned, home, "Prøve", person)
    assert not done.findings
    return done


def refused(home: Workspace, asked: Asked, word: str = "lejre/a") -> list[str]:
    """The codes of the errors that are in the way of a step; nothing is written."""
    before = files(home)
    planned = plan(home, asked, word)
    assert not planned.may_be_done
    assert files(home) == before
    return [each.code for each in planned.findings if each.severity == "error"]


def life(home: Workspace, *steps: Asked) -> Any:
    """Take several steps, and return what the file says then."""
    for each in steps:
        do(home, each)
    return record(path(home).read_bytes())


HEARING, WITHDRAWN = Asked("hearing"), Asked("withdrawn")


def test_a_whole_life(home: Workspace) -> None:
    assert life(home, HEARING).status == "hearing"
    assert life(home, Asked("draft")).status == "draft"
    approved = life(home, HEARING, replace(COUNCIL, status="approved", minutes="https://www.eksempel.dk/referat"))
    assert approved.status == "approved"
    assert approved.approval.minutes == "https://www.eksempel.dk/referat"
    assert approved.approval.text is None  # of an earlier approval
    assert approved.approval.content.whole == canon.digests(shown(path(home).read_bytes())).whole
    in_force = life(home, Asked("in_force"))
    assert (in_force.status, in_force.approval.effective_from) == ("in_force", TODAY)
    gone = life(home, replace(WITHDRAWN, replaced_by="b"))
    assert (gone.status, gone.replaced_by) == ("withdrawn", "b")
    back = life(home, replace(COUNCIL, day=LATER))
    assert (back.status, back.replaced_by, back.approval.date) == ("in_force", None, LATER)


@pytest.mark.parametrize(
    ("asked", "status", "effective_from"),
    [
        (Asked(day=DAY, body="B"), "approved", None),
        (Asked(day=DAY, body="B", effective_from=DAY), "in_force", DAY),
        (Asked(day=DAY, body="B", effective_from=TODAY), "in_force", TODAY),
        (Asked(day=DAY, body="B", effective_from=dt.date(2027, 1, 1)), "approved", dt.date(2027, 1, 1)),
        (Asked("in_force", day=DAY, body="B"), "in_force", None),
    ],
)
def test_from_when_it_holds(home: Workspace, asked: Asked, status: str, effective_from: dt.date | None) -> None:
    said = life(home, asked)
    assert (said.status, said.approval.effective_from) == (status, effective_from)


def test_a_new_text_of_a_standard_in_force_stays_in_force(home: Workspace) -> None:
    do(home, replace(COUNCIL, effective_from=DAY, review_due=dt.date(2027, 3, 2)))
    path(home).write_text(path(home).read_text("utf-8").replace("transport", "kørsel"), "utf-8")
    said = life(home, Asked(day=LATER, body="Byrådet"))
    assert (said.status, said.approval.effective_from, said.approval.review_due) == ("in_force", None, None)


def test_what_is_said_later_of_the_same_decision_leaves_the_rest(home: Workspace) -> None:
    do(home, replace(COUNCIL, effective_from=DAY, minutes="https://a.dk/1"))
    said = life(home, Asked("in_force", day=DAY, review_due=dt.date(2027, 3, 2)))
    assert said.approval == replace(
        said.approval, body="Byrådet", effective_from=DAY, minutes="https://a.dk/1", review_due=dt.date(2027, 3, 2)
    )


def test_an_approval_by_hand_is_bound_to_the_text_and_keeps_its_words(home: Workspace) -> None:
    old = "approval: {date: 2026-03-02, text: Godkendt 2. marts}"
    path(home).write_text(ALONE.replace("approval:\n  text: 'Godkendt i 2015'  # som der stod", old), "utf-8")
    said = life(home, COUNCIL)
    assert said.approval.text == "Godkendt 2. marts"
    assert canon.state(said).kind == "as_approved"


@pytest.mark.parametrize("status", WAYS)
@pytest.mark.parametrize("then", WAYS)
def test_only_the_ways_of_the_table(home: Workspace, status: Status, then: Status) -> None:
    text = TEXT.replace("status: draft", f"status: {status}")
    path(home).write_text(text, "utf-8")
    asked = Asked(then, day=DAY, body="B") if then in ("approved", "in_force") else Asked(then)
    if then in WAYS[status]:
        do(home, asked)
    else:
        assert refused(home, asked) == ["G001"]


OLDER = "approval: {date: 2026-05-05, body: Byrådet}"


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        (replace(COUNCIL, day=TODAY + dt.timedelta(1)), ["G004"]),
        (replace(COUNCIL, body=None), ["G009"]),
        (replace(COUNCIL, effective_from=dt.date(2027, 1, 1)), ["G007"]),
        (Asked("in_force"), ["G005"]),
        (WITHDRAWN, ["G001"]),
    ],
)
def test_what_cannot_be(home: Workspace, asked: Asked, codes: list[str]) -> None:
    assert refused(home, asked) == codes


def test_a_day_before_the_last_approval(home: Workspace) -> None:
    do(home, replace(COUNCIL, day=LATER))
    assert "G003" in refused(home, COUNCIL)


def test_one_text_is_not_approved_twice_unless_somebody_says_so(home: Workspace) -> None:
    do(home)
    assert refused(home, replace(COUNCIL, day=LATER)) == ["G002"]
    assert life(home, replace(COUNCIL, day=LATER, again=True)).approval.date == LATER


def test_a_text_that_was_changed_is_not_put_in_force(home: Workspace) -> None:
    do(home, replace(COUNCIL, status="approved"))
    path(home).write_text(path(home).read_text("utf-8").replace("transport", "kørsel"), "utf-8")
    assert refused(home, Asked("in_force")) == ["G006"]
    (warning,) = plan(home).findings
    assert (warning.code, warning.severity) == ("G011", "warning")


def test_errors_are_shown_and_nothing_is_approved(home: Workspace) -> None:
    path(home).write_text(TEXT.replace("quote: Hjælpen er gratis.", "quote: Hjælpen koster."), "utf-8")
    assert refused(home, COUNCIL) == ["K002", "G010"]
    do(home, HEARING)  # that is what a hearing is for


def test_a_text_that_cannot_be_read(home: Workspace) -> None:
    path(home).write_text(TEXT.replace("status: draft", "status: draaft"), "utf-8")
    assert refused(home, HEARING)[-1] == "G010"


def test_a_shared_text_that_is_not_there(home: Workspace) -> None:
    path(home, "municipality").write_text(COMMON.replace("  klage:", "  klager:"), "utf-8")
    assert refused(home, COUNCIL) == ["K008", "G010"]
    do(home, COUNCIL, "lejre/c")


def test_all_of_a_municipality_or_none(home: Workspace) -> None:
    path(home, "b").write_text(TEXT.replace("quote: Hjælpen er gratis.", "quote: Hjælpen koster."), "utf-8")
    assert refused(home, COUNCIL, "lejre") == ["K002", "G010"]
    path(home, "b").write_text(TEXT, "utf-8")
    do(home, COUNCIL, "lejre")
    assert {canon.state(shown(path(home, each).read_bytes())).kind for each in "abc"} == {"as_approved"}


@pytest.mark.parametrize("word", ["lejre/a@HEAD", "lejre/a@2020-01-01", "lejre/a@approved"])
def test_the_past_is_not_approved(kept: Workspace, word: str) -> None:
    assert refused(kept, COUNCIL, word) == ["G008"]


@pytest.mark.parametrize(("word", "code"), [("a", "G013"), ("lejre/a", "G013"), ("ingen", "R404")])
def test_what_takes_its_place_is_there_and_another_one(home: Workspace, word: str, code: str) -> None:
    do(home)
    assert refused(home, replace(WITHDRAWN, replaced_by=word)) == [code]


def test_what_takes_its_place_may_be_of_another_municipality(home: Workspace) -> None:
    other = home.standards / "roskilde" / "ny.yaml"
    other.parent.mkdir()
    other.write_text(ALONE, "utf-8")
    do(home)
    assert life(home, replace(WITHDRAWN, replaced_by="roskilde/ny")).replaced_by == "roskilde/ny"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_no_other_line_of_the_file_is_touched(home: Workspace, ends: str) -> None:
    path(home).write_text(TEXT.replace("\n", ends), "utf-8", newline="")
    do(home)
    before, after = TEXT.replace("\n", ends), path(home).read_bytes().decode()
    gone = [each for each in before.split(ends) if each not in after.split(ends)]
    assert gone == ["status: draft   # indtil mødet", "  text: 'Godkendt i 2015'  # som der stod"]
    assert "status: in_force   # indtil mødet" in after.split(ends)


# ---------- The edit after the approval ----------


def changed(home: Workspace) -> dict[str, list[str]]:
    """Which standards `qstd check` says are not as approved, and which their pages do, with the sections that they name."""
    told = {}
    for each in read_all(home, TODAY, only=("M011",)).standards:
        assert each.standard
        page = standard_document(each.standard, each.municipality, each.entry.ref)
        notes = [block for block in page.blocks if isinstance(block, Note) and block.title]
        named = [plain(one.inlines) for one in inlines_of(tuple(notes)) if isinstance(one, Link)]
        assert bool(each.findings) == bool(notes)
        if notes:
            told[each.entry.path.stem] = named
    return told


def test_one_word_of_a_shared_text_is_seen_wherever_it_is_used_and_taken_back(home: Workspace) -> None:
    do(home, COUNCIL, "lejre")
    assert changed(home) == {}
    path(home, "municipality").write_text(COMMON.replace("4 uger", "6 uger"), "utf-8")
    assert changed(home) == {"a": ["»Klage«"], "b": ["»Klage«"]}
    path(home, "municipality").write_text(COMMON + "# Husk at spørge Anne.\n", "utf-8")
    assert changed(home) == {}
    path(home, "c").write_text(path(home, "c").read_text("utf-8").replace("Ring", "Skriv"), "utf-8")
    assert changed(home) == {"c": ["»Klage«"]}


# ---------- Writing ----------


def test_it_is_kept_in_the_history_with_the_shared_texts(kept: Workspace) -> None:
    path(kept, "municipality").write_text(COMMON.replace("4 uger", "6 uger"), "utf-8")
    path(kept, "c").write_text(ALONE + "# noget andet\n", "utf-8")
    done = do(kept, person=ANNE)
    assert git(kept, "rev-parse", "HEAD") == done.commit
    assert git(kept, "log", "-1", "--format=%an %s") == "Anne Åben Prøve"
    assert git(kept, "status", "--short") == "M standards/lejre/c.yaml"


def test_the_same_once_more_writes_nothing_and_keeps_what_was_not_kept(kept: Workspace) -> None:
    do(kept)
    assert do(kept, person=ANNE).commit
    assert do(kept, person=ANNE) == Done()


def meanwhile_merging(home: Workspace) -> None:
    (home.root / ".git" / "MERGE_HEAD").write_text(git(home, "rev-parse", "HEAD") + "\n")


def meanwhile_detached(home: Workspace) -> None:
    git(home, "checkout", "--quiet", "--detach")


def meanwhile_locked(home: Workspace) -> None:
    (home.root / ".git" / "index.lock").write_bytes(b"")


@pytest.mark.parametrize("happens", [meanwhile_merging, meanwhile_detached, meanwhile_locked])
def test_where_git_refuses_nothing_is_written(kept: Workspace, happens: Any) -> None:
    happens(kept)
    before, head = files(kept), git(kept, "rev-parse", "HEAD")
    done = carried_out(plan(kept, word="lejre"), kept, "Prøve", ANNE)
    assert [each.code for each in done.findings] == ["H002"]
    assert files(kept) == before
    assert git(kept, "rev-parse", "HEAD") == head


@pytest.mark.parametrize("name", ["a", "municipality"])
def test_what_somebody_else_writes_meanwhile_is_not_written_over(home: Workspace, name: str) -> None:
    planned = plan(home, word="lejre")
    path(home, name).write_text(path(home, name).read_text("utf-8") + "# nyt\n", "utf-8")
    before = files(home)
    done = carried_out(planned, home, "Prøve", None)
    assert [each.code for each in done.findings] == ["G014"]
    assert files(home) == before


def test_a_disk_that_refuses_the_second_file_leaves_the_first_as_it_was(
    home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, planned, written = files(home), plan(home, word="lejre"), []
    swap = carried_out.__globals__["depot"].swap

    def full(file: Path, data: bytes, still: Any = lambda: True) -> Any:
        written.append(file.stem)
        if written.count("b"):
            monkeypatch.undo()
            raise OSError(28, "No space left on device", str(file))
        return swap(file, data, still)

    monkeypatch.setattr("qstd.depot.swap", full)
    with pytest.raises(OSError, match="No space"):
        carried_out(planned, home, "Prøve", None)
    assert "a" in written
    assert files(home) == before


# ---------- What pages say ----------


def notes(replacement: tuple[str, str] | None = None, **fields: Any) -> tuple[str, list[str]]:
    """The words of the notes of a page, and where their links lead."""
    made, municipality = replace(shown(TEXT), **fields), yaml_file.read_municipality(COMMON.encode(), "m").record
    assert municipality
    page = standard_document(made, municipality, "lejre/a", replacement=replacement)
    inlines = tuple(inlines_of(tuple(each for each in page.blocks if isinstance(each, Note))))
    return plain(inlines), [each.href for each in inlines if isinstance(each, Link)]


def test_a_page_leads_to_what_took_its_place() -> None:
    words, led = notes(("Ny støtte", "../ny/index.html"), status="withdrawn", replaced_by="ny")
    assert "Ophævet. Standarden gælder ikke længere. I stedet gælder Ny støtte" in words
    assert led == ["../ny/index.html"]


def test_a_page_from_which_nothing_leads_there_says_so_in_words() -> None:
    assert "En anden standard er trådt i stedet." in notes(status="withdrawn", replaced_by="ny")[0]
    assert "trådt" not in notes(status="withdrawn")[0]
    assert "trådt" not in notes(status="in_force", replaced_by="ny")[0]


def test_a_page_says_nothing_where_nobody_knows_what_was_approved() -> None:
    assert notes(status="in_force", approval=Approval(date=DAY))[0] == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": "Hjælp"}, "Det er titlen eller en oplysning, der er ændret."),
        ({"sections": 1}, "Afsnittene står i en anden rækkefølge."),
        ({"sections": 0}, "Fjernet: »price«."),
    ],
)
def test_a_page_says_what_is_another(change: dict[str, Any], words: str) -> None:
    whole = shown(TEXT)
    found = canon.digests(whole)
    content = ApprovedContent(form=canon.FORM, whole=found.whole, sections=dict(found.sections))
    if "sections" in change:
        change = {
            "sections": tuple(reversed(whole.sections)) if change["sections"] else whole.sections[1:],
            "facts": (),
        }
    said, _ = notes(status="in_force", approval=Approval(date=DAY, content=content), **change)
    assert "Teksten er ændret, siden standarden blev godkendt den 2. marts 2026. Ændringerne er ikke godkendt." in (
        said.replace("\N{NO-BREAK SPACE}", " ")
    )
    assert words in said.replace("\N{NO-BREAK SPACE}", " ")


def test_the_report_lists_what_is_not_as_approved(home: Workspace) -> None:
    do(home, COUNCIL, "lejre")
    path(home, "municipality").write_text(COMMON.replace("4 uger", "6 uger"), "utf-8")
    corpus = read_all(home, TODAY)
    blocks = report_document(looked_at(corpus, corpus.findings, "lejre"), "Lejre Kommune").blocks
    told = [plain(each.inlines) for each in blocks if isinstance(each, Paragraph)]
    assert "Ændret siden godkendelsen: Støtte, Støtte." in told

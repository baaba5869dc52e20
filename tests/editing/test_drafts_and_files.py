"""Drafts, and what becomes of their files meanwhile, or is to become of them."""

from collections.abc import Callable

import pytest

from qstd.verbs.editing.drafts import Author, Draft, Drafts
from qstd.verbs.editing.errors import (
    BadNameError,
    MissingError,
    NameTakenError,
)
from tests.editing.places import ANNA, BO, REF, TEXT, again, file_of, put, write

NEW = {"heading": "Klage", "body": "Du kan klage."}


def journals(drafts: Drafts) -> list[str]:
    top = drafts.desk.home.root / ".qstd" / "drafts"
    return sorted(each.relative_to(top).as_posix() for each in top.rglob("*.jsonl"))


def test_an_unchanged_draft_follows_the_file(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put("x"), "x")
    drafts.undo(REF, ANNA)
    write(drafts.desk, TEXT.replace("gratis", "dyr"))
    draft = drafts.open(REF, ANNA)

    assert (draft.base, draft.changed, draft.disk_changed, draft.redo) == (draft.text, False, False, None)
    assert "dyr" in drafts.change(REF, ANNA, put("Støtte", ("title",)), "title").text
    assert again(drafts.desk)[1].change(REF, ANNA, put("y"), "y").base == draft.base


def test_a_changed_draft_tells_of_the_file(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put("x"), "x")
    write(drafts.desk, TEXT.replace("gratis", "dyr"))
    assert drafts.open(REF, ANNA).disk_changed
    file_of(drafts.desk).unlink()
    drafts.desk.renew()

    draft = drafts.open(REF, ANNA)
    assert (draft.gone, draft.disk_changed, draft.new, draft.base) == (True, True, False, TEXT)
    with pytest.raises(MissingError):
        drafts.open(REF, BO)


def test_a_draft_that_says_what_the_file_says_is_saved(drafts: Drafts) -> None:
    """As after a program that ended between writing the file and noting it."""
    draft = drafts.change(REF, ANNA, put("x"), "x")
    write(drafts.desk, draft.text)
    for each in (drafts, again(drafts.desk)[1]):
        found = each.open(REF, ANNA)
        assert (found.changed, found.base, found.disk_changed) == (False, draft.text, False)
        assert found.undo is not None


# ---------- New ones ----------


def test_a_new_standard_is_a_draft_until_it_is_saved(drafts: Drafts) -> None:
    draft = drafts.begin("roskilde/ny", TEXT, ANNA)

    assert draft == drafts.open("roskilde/ny", ANNA) == again(drafts.desk)[1].open("roskilde/ny", ANNA)
    assert (draft.new, draft.changed, draft.gone, draft.base, draft.undo) == (True, True, False, "", None)
    assert not (drafts.desk.home.standards / "roskilde").exists()
    assert drafts.change("roskilde/ny", ANNA, put("x"), "x").new
    assert [each.new for each in drafts.all(BO)] == [True]


@pytest.mark.parametrize(
    "ref", ["lejre", "lejre/", "Lejre/x", "lejre/støtte", "lejre/a/b", "../x", "assets/x", "law/x"]
)
def test_bad_names(drafts: Drafts, ref: str) -> None:
    with pytest.raises(BadNameError) as caught:
        drafts.begin(ref, TEXT, ANNA)
    assert caught.value.finding.hint


def test_taken_names(drafts: Drafts) -> None:
    drafts.begin("lejre/ny", TEXT, BO)
    for ref in (REF, "lejre/ny"):
        with pytest.raises(NameTakenError):
            drafts.begin(ref, TEXT, ANNA)


@pytest.mark.parametrize(
    "ref", ["", "x", "lejre/nej", "../standards/lejre/stoette", "lejre/../lejre/stoette", "a/\0", "a/b/c"]
)
def test_what_is_not_there_cannot_be_opened(drafts: Drafts, ref: str) -> None:
    acts: list[Callable[[], Draft]] = [
        lambda: drafts.open(ref, ANNA),
        lambda: drafts.change(ref, ANNA, put("x"), "x"),
        lambda: drafts.replace(ref, ANNA, "x"),
        lambda: drafts.adopt(ref, ANNA, "x"),
    ]
    for act in acts:
        with pytest.raises(MissingError):
            act()
    assert drafts.others(ref, ANNA) == ()
    assert not drafts.has(ref, ANNA)
    assert not (drafts.desk.home.root / ".qstd").exists()


def test_a_session_of_any_name_stays_in_its_folder(drafts: Drafts) -> None:
    for session in ("../../x", "", "a/b", "\0", "\ud800", "x" * 500, ".."):
        drafts.change(REF, Author("Eva", session), put("x"), "x")

    assert len(journals(drafts)) == 7
    assert all(each.count("/") == 2 and len(each) < 120 for each in journals(drafts))

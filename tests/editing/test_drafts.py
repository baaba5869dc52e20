"""Drafts: kept at once, taken back, guarded against what was not seen, found again, set aside."""

from contextlib import suppress

import pytest

from qstd.messages import words
from qstd.model.edit import Drop, Edit, Insert, Move, Plain, Put, UneditableError
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.errors import (
    StaleError,
    TooLargeError,
)
from tests.editing.places import ANNA, BO, BODY_OF, REF, TEXT, again, file_of, put

NEW = {"heading": "Klage", "body": "Du kan klage."}


def journals(drafts: Drafts) -> list[str]:
    top = drafts.desk.home.root / ".qstd" / "drafts"
    return sorted(each.relative_to(top).as_posix() for each in top.rglob("*.jsonl"))


def test_to_open_writes_nothing(drafts: Drafts) -> None:
    draft = drafts.open(REF, ANNA)

    assert (draft.text, draft.base, draft.changed, draft.undo, draft.redo) == (TEXT, TEXT, False, None, None)
    assert draft.file is not None
    assert not (drafts.desk.home.root / ".qstd").exists()
    assert not drafts.has(REF, ANNA)


def test_a_change_is_kept_at_once_and_the_file_is_as_it_was(drafts: Drafts) -> None:
    before = drafts.open(REF, ANNA)
    draft = drafts.change(REF, ANNA, put("Du betaler intet."), "sections/1/body", before.digest)

    assert draft.text == TEXT.replace("Hjælpen er gratis.", "Du betaler intet.")
    assert draft.changed
    assert draft.field == "sections/1/body"
    assert words(draft.undo, "da") == "ændringen af teksten i »Pris«"
    assert draft == drafts.open(REF, ANNA) == again(drafts.desk)[1].open(REF, ANNA)
    assert drafts.has(REF, ANNA)
    assert not drafts.has(REF, BO)
    assert file_of(drafts.desk).read_text("utf-8") == TEXT
    assert (drafts.desk.home.root / ".qstd" / ".gitignore").read_text() == "*\n"


def test_taking_back_and_doing_again(drafts: Drafts, clock: list[float]) -> None:
    texts = [TEXT]
    for number in range(4):
        clock[0] += 5
        texts.append(drafts.change(REF, ANNA, put(f"Nummer {number}."), "sections/1/body").text)
    seen = [drafts.undo(REF, ANNA) for _ in range(5)]

    assert [each.text for each in seen] == [*reversed(texts[:4]), TEXT]
    assert seen[-1].undo is None
    assert not seen[-1].changed
    assert [again(drafts.desk)[1].redo(REF, ANNA).text for _ in range(4)] == texts[1:]
    fresh = again(drafts.desk)[1]
    assert fresh.open(REF, ANNA).redo is None
    assert fresh.undo(REF, ANNA).redo is not None
    assert fresh.change(REF, ANNA, put("Andet."), "sections/1/body").redo is None


@pytest.mark.parametrize(
    ("edits", "field", "said"),
    [
        (put("x", ("title",)), "title", "ændringen af titlen"),
        (put("Formålet", ("sections", 0, "heading")), "sections/0/heading", "ændringen af overskriften på »Formålet«"),
        (put("", ("sections", 0, "heading")), "sections/0/heading", "ændringen af overskriften på afsnit 1"),
        ([Insert(("sections", 2), NEW)], "sections", "tilføjelsen af et afsnit"),
        ([Drop(("sections", 0))], "sections", "fjernelsen af et afsnit"),
        ([Move(("sections", 0), 1)], "sections", "flytningen af et afsnit"),
        ([Put(("waive",), [{"code": "R001", "reason": "x"}])], "waive", "ændringen af en begrundelse"),
        (put("2", ("sections", 1, "number")), "sections/1/other", "ændringen af »Pris«"),
        (put("2", ("sections", 1, "number")), "?", "den sidste ændring"),
    ],
)
def test_what_can_be_taken_back_has_a_name(drafts: Drafts, edits: list[Edit], field: str, said: str) -> None:
    assert words(drafts.change(REF, ANNA, edits, field).undo, "da") == said


# ---------- What was seen ----------


@pytest.mark.parametrize(
    ("first", "second", "stale"),
    [
        (put("A"), put("B"), True),
        (put("A"), put("A"), False),  # the same request twice
        (put("A"), put("B", ("sections", 0, "body")), False),
        (put("A"), put("B", ("title",)), False),
        (put("A"), [Drop(("sections", 1))], True),
        (put("A"), [Drop(("sections", 0))], False),
        (put("A"), [Move(("sections", 0), 1)], False),
        ([Insert(("sections", 0), NEW)], put("B"), True),
        ([Insert(("sections", 0), NEW)], put("B", ("title",)), False),
        ([Insert(("sections", 2), NEW)], [Insert(("sections", 2), NEW)], True),
        ([Move(("sections", 0), 1)], put("B"), True),
        ([Drop(("sections", 0))], put("B"), True),
    ],
)
def test_what_was_not_seen_is_not_written_over(
    drafts: Drafts, first: list[Edit], second: list[Edit], stale: bool
) -> None:
    seen = drafts.open(REF, ANNA).digest
    now = drafts.change(REF, ANNA, first, "one", seen)
    for tab in (drafts, again(drafts.desk)[1]):
        if stale:
            with pytest.raises(StaleError) as caught:
                tab.change(REF, ANNA, second, "two", seen)
            assert caught.value.draft == now
            assert tab.open(REF, ANNA).text == now.text
        else:
            tab.change(REF, ANNA, second, "two", seen)
            tab.undo(REF, ANNA) if second != first else None


def test_a_draft_of_long_ago_or_a_broken_one_was_not_seen(drafts: Drafts) -> None:
    seen = drafts.open(REF, ANNA).digest
    with pytest.raises(StaleError):
        drafts.change(REF, ANNA, put("x"), "x", "0" * 64)
    drafts.replace(REF, ANNA, "sections: [")
    with pytest.raises(StaleError):
        drafts.change(REF, ANNA, put("x"), "x", seen)
    with pytest.raises(StaleError):
        drafts.replace(REF, ANNA, TEXT, seen=seen)
    assert drafts.replace(REF, ANNA, "sections: [", seen=seen).file is None


def test_a_broken_text_can_be_kept_and_not_edited_by_field(drafts: Drafts) -> None:
    draft = drafts.replace(REF, ANNA, TEXT + "  : [")

    assert draft.file is None
    assert draft.changed
    with pytest.raises(UneditableError):
        drafts.change(REF, ANNA, put("x"), "x")


@pytest.mark.parametrize(
    ("path", "text", "service"),
    [
        (("title",), "", "sel-99"),
        (("status",), "halvt", "sel-99"),
        (("service",), "§ 99", "§ 99"),
        (("approval",), {"date": "2026-1"}, "sel-99"),
        (("sections", 0, "audience"), "alle", "sel-99"),
    ],
)
def test_a_field_that_is_half_written_hides_nothing_else(
    drafts: Drafts, path: tuple[str | int, ...], text: Plain, service: str
) -> None:
    draft = drafts.change(REF, ANNA, [Put(path, text)], "x")

    assert not draft.whole
    assert draft.file is not None
    assert draft.file.title == ("" if path == ("title",) else "Støtte")
    assert draft.file.service == service
    assert [each.heading for each in draft.file.sections] == ["Formål", "Pris"]
    assert drafts.change(REF, ANNA, put("x"), "y", draft.digest).file is not None


@pytest.mark.parametrize(
    "text",
    [
        TEXT + "facts:\n- {kind: age, min: x, evidence: {section: price, quote: gratis}}\n",
        TEXT.replace("topic: price", "id: Æ"),
        TEXT.replace("- topic: price", "- 7\n- topic: price"),
        TEXT + "waive: 7\n",
        "- 7\n",
    ],
)
def test_numbers_of_entries_are_those_of_the_text_or_there_are_none(drafts: Drafts, text: str) -> None:
    assert drafts.replace(REF, ANNA, text).file is None


@pytest.mark.parametrize(
    "path", [(), ("sections", 9, "body"), ("sections", "x"), ("title", "x"), (0,), ("sections", -1)]
)
def test_a_path_that_leads_nowhere_changes_nothing(drafts: Drafts, path: tuple[str | int, ...]) -> None:
    edits: list[Edit] = [Put(path, "x"), Drop(path), Move(path, 0), Insert((*path, "x"), "x")]
    for each in edits:
        with suppress(UneditableError):
            assert drafts.change(REF, ANNA, [each], "x").text
    assert "Hjælpen ydes" in drafts.open(REF, ANNA).text


def test_half_characters_and_too_much_text(drafts: Drafts) -> None:
    assert drafts.replace(REF, ANNA, "# \ud83d\ude00 \ud800\n" + TEXT).text.startswith("# 😀 \ufffd\n")
    assert "\ufffd" in drafts.change(REF, ANNA, put("x\udcff"), "x").text
    before = drafts.open(REF, ANNA)
    for large in ("x" * 3_000_000, "æ" * 1_500_000):
        with pytest.raises(TooLargeError):
            drafts.replace(REF, ANNA, large)
        with pytest.raises(TooLargeError):
            drafts.change(REF, ANNA, [Put(BODY_OF, large)], "x")
    assert drafts.open(REF, ANNA) == before

"""The drafts of others, those that were thrown away, and those that are old."""

import os
import time

import pytest

from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.editing.errors import (
    MissingError,
)
from tests.editing.places import ANNA, BO, REF, TEXT, again, put

NEW = {"heading": "Klage", "body": "Du kan klage."}


def journals(drafts: Drafts) -> list[str]:
    top = drafts.desk.home.root / ".qstd" / "drafts"
    return sorted(each.relative_to(top).as_posix() for each in top.rglob("*.jsonl"))


def test_drafts_of_others_are_seen_and_own_ones_can_be_gone_on_with(drafts: Drafts, clock: list[float]) -> None:
    drafts.change(REF, BO, put("Bo"), "x")
    drafts.open(REF, Author("Eva", "eva1"))
    clock[0] += 1
    old = drafts.change(REF, Author("Anna", "anna0"), put("Anna før"), "x")
    found = drafts.others(REF, ANNA)

    assert [(each.name, each.session, each.own) for each in found] == [("Anna", "anna0", True), ("Bo", "bo1", False)]
    with pytest.raises(MissingError):
        drafts.adopt(REF, ANNA, "bo1")
    drafts.change(REF, ANNA, put("Anna nu"), "x")
    assert drafts.adopt(REF, ANNA, "anna0").text == old.text
    assert [each.name for each in drafts.others(REF, ANNA)] == ["Bo"]
    assert drafts.others(REF, Author("Anna", "anna0"))[0].session in ("anna1", "bo1")
    restored = drafts.restore(REF, ANNA)
    assert restored is not None
    assert "Anna nu" in restored.text


def test_who_is_there_now(drafts: Drafts, clock: list[float]) -> None:
    clock[0] = time.time()
    drafts.change(REF, BO, put("Bo"), "x")
    clock[0] += 50
    assert [each.alive for each in drafts.others(REF, ANNA)] == [True]
    clock[0] += 3600
    assert [each.alive for each in drafts.others(REF, ANNA)] == [False]
    drafts.open(REF, BO)
    assert [each.alive for each in drafts.others(REF, ANNA)] == [True]


def test_all_drafts_for_the_overview(drafts: Drafts, clock: list[float]) -> None:
    drafts.change(REF, BO, put("Bo"), "x")
    clock[0] += 1
    drafts.change(REF, Author("Anna", "anna0"), put("Ny titel", ("title",)), "title")
    drafts.begin("lejre/ny", TEXT, ANNA)
    drafts.change(REF, ANNA, put("x"), "x")
    drafts.undo(REF, ANNA)
    for each in (drafts, again(drafts.desk)[1]):
        assert [(info.ref, info.title, info.name, info.own, info.here, info.new) for info in each.all(ANNA)] == [
            ("lejre/ny", "Støtte", "Anna", True, True, True),
            (REF, "Ny titel", "Anna", True, False, False),
            (REF, "Støtte", "Bo", False, False, False),
        ]


def test_what_is_thrown_away_can_be_brought_back(drafts: Drafts) -> None:
    draft = drafts.change(REF, ANNA, put("Kladde"), "x")
    drafts.discard(REF, ANNA)
    drafts.discard(REF, ANNA)

    assert drafts.open(REF, ANNA).text == TEXT
    assert drafts.all(ANNA) == ()
    assert drafts.restore(REF, BO) is None
    found = again(drafts.desk)[1].restore(REF, Author("Anna", "anna9"))
    assert found is not None
    assert found.text == draft.text
    assert drafts.restore(REF, ANNA) is None


def test_a_new_one_can_be_thrown_away_and_brought_back(drafts: Drafts) -> None:
    drafts.begin("lejre/ny", TEXT, ANNA)
    drafts.discard("lejre/ny", ANNA)
    with pytest.raises(MissingError):
        drafts.open("lejre/ny", ANNA)
    found = drafts.restore("lejre/ny", ANNA)
    assert found is not None
    assert found.new


def test_old_things_are_swept_and_changed_drafts_are_not(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put("Kladde"), "x")
    drafts.change(REF, BO, put("Kladde"), "x")
    drafts.undo(REF, BO)
    drafts.change(REF, Author("Eva", "eva1"), put("Kladde"), "x")
    drafts.discard(REF, Author("Eva", "eva1"))
    part = drafts.desk.home.standards / "lejre" / ".stoette.yaml.999999.part"
    part.write_bytes(b"x")
    old = time.time() - 31 * 86_400
    for path in (drafts.desk.home.root / ".qstd").rglob("*.jsonl"):
        os.utime(path, (old, old))
        if path.name.startswith("0"):
            path.rename(path.with_name(f"{int(old * 1e9):020d}-eva1.jsonl"))
    fresh = again(drafts.desk)[1]

    assert [each.session for each in fresh.all(ANNA)] == ["anna1"]
    assert len(list((drafts.desk.home.root / ".qstd").rglob("*.jsonl"))) == 1
    assert not part.exists()

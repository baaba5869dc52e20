"""Comparing and taking over: what can be chosen, what is shown, and what a wording becomes in the own draft."""

from pathlib import Path

import pytest

from qstd.verbs.editing import comparing
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.workspace import Workspace
from tests.web.served import workspace_copy

WHO = Author("Anne", "s1")
LEJRE, HVIDOVRE = "lejre/stoettekontaktperson", "hvidovre/stoette-og-kontaktperson"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Workspace(workspace_copy(tmp_path)))


def test_the_law_and_two_municipalities_side_by_side(desk: Desk) -> None:
    laid = comparing.laid(desk, Drafts(desk), WHO, ["law/sel-99", LEJRE, HVIDOVRE], into=LEJRE)
    assert laid.words == ("law/sel-99", LEJRE, HVIDOVRE)
    assert laid.document is not None
    assert laid.document.kind == "comparison"
    links = repr(laid.document.blocks)
    assert f"/sammenlign/brug?til={LEJRE}&fra={HVIDOVRE}&afsnit=exclusions" in links
    assert f"fra={LEJRE}" not in links


@pytest.mark.parametrize(
    "word", ["../../etc/passwd", "lejre/../x", f"{LEJRE}@HEAD", f"{LEJRE}@--output=x", "law/x", "", "@"]
)
def test_what_is_not_there_is_told_and_not_looked_for(desk: Desk, word: str) -> None:
    laid = comparing.laid(desk, Drafts(desk), WHO, [LEJRE, word])
    assert laid.document is None
    assert [each.code for each in laid.findings] == ["R404"]


def test_a_draft_beside_its_file_is_shown_as_changes(desk: Desk) -> None:
    from qstd.model.edit import Put

    drafts = Drafts(desk)
    drafts.change(LEJRE, WHO, [Put(("sections", 3, "heading"), "Hvad er ikke med?")], "sections/3/heading")
    laid = comparing.laid(desk, drafts, WHO, [LEJRE, f"{LEJRE}@kladde"])
    assert laid.versions
    assert laid.document is not None
    assert "Hvad er ikke med?" in repr(laid.document)


def test_a_wording_is_found_with_its_origin(desk: Desk) -> None:
    found = comparing.wording(desk, HVIDOVRE, "exclusions")
    assert found is not None
    assert found.origin == f"{HVIDOVRE}#exclusions"
    assert found.topic == "exclusions"
    assert found.body.startswith("Der ydes ikke faglige indsatser")
    assert comparing.wording(desk, HVIDOVRE, "price") is None  # left empty
    assert comparing.wording(desk, "law/sel-99", "nothing") is None

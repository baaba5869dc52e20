"""The two documents that the project began with: in every form, they become the standards that were made by hand."""

from functools import cache

import pytest

from qstd import prose
from qstd.model.draft import Draft
from qstd.model.plain import plain
from qstd.readers import source
from qstd.recognise import recognise
from qstd.recognise.hints import Hints
from tests.cases.read.case import HERE, Case, read
from tests.recognise.marks import compare_facts, words

MUNICIPALITIES = ("hvidovre", "lejre")
FORMS = ("docx-tabel", "docx-nummereret", "pdf", "html-tabel", "html-harmonika")
NAMES = [f"seed-{each}" for each in MUNICIPALITIES] + [f"{each}-{form}" for each in MUNICIPALITIES for form in FORMS]


def case(name: str) -> Case:
    return read(HERE / name / "expected.yaml")


@cache
def imported(name: str) -> Draft:
    file = case(name).source
    outline = source.read(file.read_bytes(), file.name).outline
    assert outline is not None
    recognition = recognise(outline, Hints())
    assert recognition.account.status == "PASS", recognition.account.unplaced
    (draft,) = recognition.drafts
    return draft


@pytest.mark.parametrize("name", NAMES)
def test_title_service_and_municipality(name: str) -> None:
    (want,), got = case(name).standards, imported(name)

    assert (got.standard.title, got.standard.service, got.municipality) == (
        want.title,
        want.services[0],
        want.municipality,
    )


@pytest.mark.parametrize("name", NAMES)
def test_numbers_headings_and_topics(name: str) -> None:
    (want,), got = case(name).standards, imported(name)

    assert [(each.number or "", each.heading, each.topic) for each in got.standard.sections] == [
        (each.number, each.heading, each.topics[0]) for each in want.sections
    ]


@pytest.mark.parametrize("name", NAMES)
def test_bodies_word_for_word(name: str) -> None:
    (want,), got = case(name).standards, imported(name)

    assert [words(prose.text(each.body)) for each in got.standard.sections] == [
        words(prose.text(each.text)) for each in want.sections
    ]


@pytest.mark.parametrize("name", NAMES)
def test_most_facts_are_proposed_with_the_right_value(name: str) -> None:
    asked = case(name)
    missing, _ = compare_facts(asked, [plain(each) for each in imported(name).standard.facts])

    assert len(missing) <= 0.2 * len(asked.facts), missing


@pytest.mark.parametrize("name", ["seed-lejre", *(f"lejre-{form}" for form in FORMS)])
def test_approval(name: str) -> None:
    approval = imported(name).standard.approval

    assert approval is not None
    assert (str(approval.date), approval.text) == ("2015-10-05", "Godkendt den 5. oktober 2015")

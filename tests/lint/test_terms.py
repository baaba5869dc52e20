"""The words that the rules about language look for: each can be found, in all its forms, and stands on one list."""

import pytest

from qstd.lint.shared.terms import Dated, abbreviations, dated, known_to_all

FORMS = (
    "misbrugere misbrugernes stofmisbruger alkoholmisbrugeren narkomaner alkoholikerne sindslidende sindslidendes handicappet "
    "handicappede døvstumme invalide vanføre krøblinge spastikeren åndssvage evnesvag klienten klienternes"
).split()


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_found_by_its_stem_and_by_one_term_alone(form: str) -> None:
    by_stem = [each for each in dated() if any(stem in form for stem in each.stems)]
    by_form = [each for each in dated() if each.pattern.search(f"De {form.capitalize()}, som")]

    assert len(by_form) == 1
    assert set(by_form) <= set(by_stem)


@pytest.mark.parametrize("term", dated(), ids=lambda each: each.stems[0])
def test_what_is_proposed_is_not_dated_itself(term: Dated) -> None:
    assert [each for each in dated() if each.pattern.search(term.instead)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sindslidende borgere", False),
        ("sindslidende og udsatte borgere", False),
        ("sindslidende, misbrugere", True),
        ("den sindslidende i hjemmet", True),
        ("sindslidende og deres pårørende", True),
        ("ikke-sindslidende", False),
    ],
)
def test_as_an_adjective_it_may_stand(text: str, found: bool) -> None:
    assert any(each.pattern.search(text) for each in dated() if each.noun) == found


def test_an_abbreviation_is_capitals_and_either_explained_or_known() -> None:
    short = [*abbreviations(), *known_to_all()]

    assert [each for each in short if not each.isupper()] == []
    assert set(abbreviations()) & known_to_all() == set()

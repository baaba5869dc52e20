"""What was decided by hand holds as often as it ever did: no rule gets worse; `--gold` keeps what has become better."""

import pytest

from qstd import lint
from tests.lint.decisions import Score, decisions, found, keep, kept, places, scores, standard

LEAST = 0.9
"""Below this, a rule may only inform."""
SEVERITIES = {each.code: each.severity for each in lint.rules()}
SCORES = scores()[0]
SHARES = ("precision", "recall")


def worse(score: Score, before: dict[str, float | int | None]) -> list[str]:
    """Say what is lower than it was."""
    now = score.figures
    return [f"{each} is {now[each]}, was {before[each]}" for each in SHARES if (now[each] or 0) < (before[each] or 0)]


@pytest.mark.parametrize("code", sorted(SCORES))
def test_no_figure_falls(code: str, request: pytest.FixtureRequest) -> None:
    before = kept().get(code, dict.fromkeys(("decisions", *SHARES)))
    if request.config.getoption("--gold"):
        # New decisions tell more of a rule, and may well tell something bad; over the same ones it does not get worse.
        assert before["decisions"] != SCORES[code].decisions or worse(SCORES[code], before) == []
        keep({**kept(), code: SCORES[code].figures})

    assert worse(SCORES[code], kept()[code]) == []
    assert kept()[code]["decisions"] == SCORES[code].decisions, "pytest --gold counts new decisions"


@pytest.mark.parametrize("code", sorted(SCORES))
def test_a_rule_that_is_often_wrong_only_informs(code: str) -> None:
    precision = SCORES[code].figures["precision"]

    assert precision is None or precision >= LEAST or SEVERITIES[code] == "info"


@pytest.mark.parametrize("code", sorted(SCORES))
def test_a_rule_says_nothing_where_no_reader_would(code: str) -> None:
    """Where a rule is silent everywhere, its share says nothing; so count what it said wrongly."""
    assert SCORES[code].wrong <= SCORES[code].right * (1 - LEAST) / LEAST


def test_decisions_are_many_and_each_is_taken_once() -> None:
    named = [(each.code, each.standard, each.place) for each in decisions()]

    assert len(named) >= 300
    assert len(set(named)) == len(named)
    assert [each for each in decisions() if not each.why] == []


def test_decisions_are_about_rules_and_places_that_exist() -> None:
    for each in decisions():
        keys = {"", "title", *(section.key for section in standard(each.standard).sections)}
        assert each.code in SEVERITIES
        assert each.place in keys, each


def test_nobody_says_yes_and_no_of_one_standard() -> None:
    by_standard: dict[tuple[str, str], set[bool]] = {}
    for each in decisions():
        by_standard.setdefault((each.code, each.standard), set()).add(each.finds)

    assert [key for key, said in by_standard.items() if len(said) > 1] == []


def test_the_figures_are_of_rules_with_decisions() -> None:
    assert set(kept()) == set(SCORES)


def test_a_fall_is_seen() -> None:
    assert worse(Score(9, 1, 1, 20), {"precision": 0.95, "recall": 0.9}) == ["precision is 0.9, was 0.95"]
    assert worse(Score(0, 0, 1, 20), {"precision": None, "recall": None}) == []


def test_the_seeds_are_looked_at_as_they_are() -> None:
    assert "exclusions" in places("R003", "seed-lejre")


@pytest.mark.parametrize(("name", "severity"), [("blind/skp-99", "info"), ("seed-lejre", "warning")])
def test_hard_text_is_told_of_softly_where_it_is_near_the_limit(name: str, severity: str) -> None:
    assert {each.severity for each in found(name) if each.code == "A001"} == {severity}

"""`docs/rules.md` is what the rules say of themselves; `./dev gold` makes it anew."""

import re
from pathlib import Path
from typing import Any

import pytest

from qstd import lint
from qstd.exports.rules_page import GROUPS, rules_markdown
from qstd.model.manual import ManualPage
from qstd.verbs import manual
from tests.lint.decisions import FOLDER, first_sight, kept

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"
PAGES = manual.pages()
UNSEEN: dict[str, Any] = {"texts": 0, "readers": {"told": 1, "missed": 0}, "levels": {}, "rules": {}}


def test_the_page_is_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    text = rules_markdown(PAGES, kept(), first_sight())
    if request.config.getoption("--gold"):
        PAGE.write_text(text, "utf-8", newline="")
    assert text == PAGE.read_bytes().decode("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_each_part_of_a_manual_page_is_read(page: ManualPage) -> None:
    assert all((page.says, page.applies, page.why, page.mend, page.bad, page.good))
    assert [part for part in page[3:10] if re.search(r"\b(Why|How to mend|Bad|Good): ", str(part))] == []


def test_all_rules_are_there_by_group_and_number() -> None:
    assert len(PAGES) == len(lint.rules())
    assert list(GROUPS) == list(manual.GROUPS)
    numbers = [(manual.GROUPS.index(each.code[0]), each.code) for each in PAGES]
    assert sorted(numbers) == numbers


def test_each_rule_with_a_source_outside_says_where_it_can_be_read() -> None:
    rules = {each.code: each for each in lint.rules()}
    assert [each.code for each in PAGES if each.url and each.source is None] == []
    assert {each.code: each.url for each in PAGES} == {code: each.url for code, each in rules.items()}


def test_figures_are_shown_where_there_are_any_and_addresses_are_links() -> None:
    page = PAGES[0]._replace(origin="The order (read): https://eksempel.dk/a_b. See `facts: []` and [x].")
    text = rules_markdown(
        (page,), {page.code: {"precision": 0.954, "recall": 0.8, "decisions": 20, "told": 11}}, UNSEEN
    )
    assert "- Measured: precision 95%, recall 80% (20 decisions, 11 of them findings)." in text
    assert r"- Source: The order (read): <https://eksempel.dk/a_b>. See `facts: []` and \[x\]." in text


def test_a_rule_that_had_nothing_to_tell_has_no_precision() -> None:
    silent = {"precision": None, "recall": None, "decisions": 7, "told": 0}
    missed = {"precision": None, "recall": 0.0, "decisions": 7, "told": 0}
    code = PAGES[0].code
    assert "- Measured: rightly silent in each of 7 decisions." in rules_markdown(PAGES[:1], {code: silent}, UNSEEN)
    assert "- Measured: recall 0% (7 decisions, 0 of them findings)." in rules_markdown(
        PAGES[:1], {code: missed}, UNSEEN
    )


def test_what_rules_did_at_first_sight_stands_beside_what_they_do_now() -> None:
    page = PAGES[0]._replace(severity="warning")
    seen = {"findings": 8, "right": 6, "debatable": 1}
    unseen = {**UNSEEN, "levels": {"errors and warnings": seen}, "rules": {page.code: seen}}
    text = rules_markdown((page,), {page.code: {"precision": 0.909, "decisions": 20, "told": 11}}, unseen)
    assert "| Errors and warnings | 8 | 75.0 % (87.5 %) | 11 | 90.9 % |" in text
    assert "- On blind text at first sight: 6 of 8 findings right, 1 debatable." in text


def test_what_rules_did_at_first_sight_adds_up() -> None:
    seen = first_sight()
    codes = {each.code for each in lint.rules()}
    for part in ("findings", "right", "debatable"):
        by_level, by_rule = (sum(each.get(part, 0) for each in seen[key].values()) for key in ("levels", "rules"))
        assert by_level == by_rule
    assert seen["rules"].keys() <= codes
    assert seen["texts"] == len(list((FOLDER / "blind").iterdir()))

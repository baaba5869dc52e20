"""`docs/rules.md` is what the rules say of themselves; `./dev gold` makes it anew."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from qstd import lint
from qstd.exports.rules_page import GROUPS, rules_markdown
from qstd.model.manual import ManualPage
from qstd.verbs import manual
from tests.cases.case_file import FOLDER

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"
PAGES = manual.pages()


def measured() -> dict[str, Any]:
    """What people judged, by code."""
    path = FOLDER / "lint_decisions" / "precision.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def test_the_page_is_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    text = rules_markdown(PAGES, measured())
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
    text = rules_markdown((page,), {page.code: {"precision": 0.954, "recall": 0.8, "decisions": 20, "told": 11}})
    assert "- Measured: precision 95%, recall 80% (20 decisions, 11 of them findings)." in text
    assert r"- Source: The order (read): <https://eksempel.dk/a_b>. See `facts: []` and \[x\]." in text


def test_a_rule_that_had_nothing_to_tell_has_no_precision() -> None:
    silent = {"precision": None, "recall": None, "decisions": 7, "told": 0}
    missed = {"precision": None, "recall": 0.0, "decisions": 7, "told": 0}
    code = PAGES[0].code
    assert "- Measured: rightly silent in each of 7 decisions." in rules_markdown(PAGES[:1], {code: silent})
    assert "- Measured: recall 0% (7 decisions, 0 of them findings)." in rules_markdown(PAGES[:1], {code: missed})

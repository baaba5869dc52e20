"""The two real standards and the statute, by the way that `qstd diff` takes: what the comparison must say of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from qstd import workspace
from qstd.model.comparison import Comparison
from qstd.site.data import comparison_data
from qstd.verbs.compare import compared
from qstd.verbs.gather import gather

ROOT = Path(__file__).parents[2]
HVIDOVRE, LEJRE, LAW = range(3)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    refs = ("hvidovre/stoette-og-kontaktperson", "lejre/stoettekontaktperson", "law/sel-99")
    home = workspace.find(ROOT)
    found, findings = compared(gather(refs, ROOT, home).found, home)
    assert findings == ()
    return found


@pytest.fixture(scope="module")
def rows(comparison: Comparison) -> dict[tuple[str, str], Any]:
    whole = json.loads(comparison_data(comparison, "da"))
    return {(each["kind"], each["role"]): each for each in whole["facts"]}


def states(row: Any) -> list[str]:
    return [each["state"] for each in row["cells"]]


def test_one_row_for_each_kind_that_any_states(rows: dict[tuple[str, str], Any]) -> None:
    stated = [key for key, each in rows.items() if any(cell["values"] for cell in each["cells"])]

    assert {"age", "deadline", "follow_up", "target_group", "anonymity", "complaint"} <= {kind for kind, _ in stated}
    assert [each for each in rows if each not in stated] == [("price", "")]
    assert states(rows["price", ""]) == ["empty", "absent", "absent"]


def test_age_only_for_hvidovre(rows: dict[tuple[str, str], Any]) -> None:
    age = rows["age", ""]
    value = age["cells"][HVIDOVRE]["values"][0]

    assert states(age) == ["stated", "absent", "absent"]
    assert (value["min"], value["max"], value["display"]) == (18, 64, "18–64 år")
    assert value["evidence"]["number"] == "2"


def test_deadline_only_for_lejre(rows: dict[tuple[str, str], Any]) -> None:
    deadline = rows["deadline", "reaction"]
    value = deadline["cells"][LEJRE]["values"][0]

    assert states(deadline) == ["absent", "stated", "absent"]
    assert (value["value"], value["unit"], value["display"]) == (7, "day", "7 dage")


def test_follow_up_against_stated_none(rows: dict[tuple[str, str], Any]) -> None:
    follow_up = rows["follow_up", ""]

    assert states(follow_up) == ["stated", "none", "absent"]
    assert follow_up["cells"][HVIDOVRE]["values"][0]["interval"] == "P6M"


def test_three_groups_in_the_column_of_the_law(rows: dict[tuple[str, str], Any]) -> None:
    groups = rows["target_group", ""]

    assert len(groups["cells"][LAW]["values"][0]["groups"]) == 3
    assert [each["kind"] for each in groups["cells"][HVIDOVRE]["flags"]] == ["narrower_group"]
    assert groups["cells"][LEJRE]["flags"] == []


def test_with_three_columns_nobody_stands_alone_and_one_deadline_is_no_spread(comparison: Comparison) -> None:
    assert {(each.outliers, each.spreads, each.note) for each in comparison.facts} == {((), (), "")}


def test_columns_of_one_answer_have_one_number(comparison: Comparison) -> None:
    groups = {(each.kind, each.role): each.groups for each in comparison.facts}

    assert groups["deadline", "reaction"] == (0, 1, 0)
    assert groups["follow_up", ""] == (1, 2, 0)
    # Lejre names the groups of the law, and says that no diagnosis is needed.
    assert groups["target_group", ""] == (1, 2, 3)


def test_every_section_has_its_row(comparison: Comparison) -> None:
    counts = [sum(len(row.cells[at].passages) for row in comparison.topics) for at in range(3)]

    assert counts == [13, 13, 1]

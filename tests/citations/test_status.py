"""What the catalogue knows of a citation on a day, and that it claims no more than it knows."""

import datetime as dt

import pytest

from qstd import catalogue
from qstd.citations import citations, status
from qstd.yaml_source import parse

STATUS = [
    ("serviceloven § 85", "2026-01-01", "in_force", "", ""),
    ("ældreloven § 2", "2025-06-30", "unknown", "2025-07-01", ""),
    ("serviceloven § 100", "2025-08-31", "in_force", "", ""),
    ("serviceloven § 100", "2025-09-01", "renamed", "2025-09-01", ""),
    ("serviceloven §§ 85 og 100", "2025-09-01", "renamed", "2025-09-01", ""),
    ("serviceloven § 101", "2025-09-01", "in_force", "", ""),
    ("serviceloven § 101 a", "2025-09-01", "unknown", "", ""),
    ("serviceloven § 32", "2023-12-31", "unknown", "", ""),
    ("serviceloven § 32", "2024-01-01", "repealed", "2024-01-01", "BL"),
    ("serviceloven § 77", "2024-01-01", "repealed", "2024-01-01", "BL"),
    ("serviceloven § 78", "2024-01-01", "unknown", "", ""),
    ("barnets lov § 32", "2024-01-01", "unknown", "", ""),
    ("BEK nr. 299 af 25/03/2010", "2014-12-26", "in_force", "", ""),
    ("BEK nr. 299 af 25/03/2010", "2014-12-27", "repealed", "2014-12-27", "BEK1575"),
    ("BEK nr. 1575 af 27/12/2014", "2026-01-01", "in_force", "", ""),
    ("VEJ nr. 9759 af 8. oktober 2014", "2026-01-01", "repealed", "2018-07-02", "VEJ9538"),
    ("bekendtgørelse nr. 931 af 19. juni 2020", "2026-01-01", "repealed", "2025-12-31", ""),
    ("LBK nr. 254 af 20/03/2014", "2014-09-22", "in_force", "", ""),
    ("LBK nr. 254 af 20/03/2014", "2014-09-23", "repealed", "2014-09-23", "SEL"),
    ("LBK nr. 1284 af 17/11/2015", "2017-06-01", "in_force", "", ""),
    ("LBK nr. 1284 af 17/11/2015", "2017-12-31", "repealed", "2017-12-31", "SEL"),
    ("LBK nr. 1129 af 22/09/2025", "2026-01-01", "in_force", "", ""),
    ("bekendtgørelse nr. 4711 af 1. maj 2020", "2026-01-01", "unknown", "", ""),
    ("lejelovens § 3", "2026-01-01", "unknown", "", ""),
    ("principmeddelelse 21-21", "2026-01-01", "unknown", "", ""),
]


@pytest.mark.parametrize(("text", "day", "state", "since", "successor"), STATUS)
def test_status(text: str, day: str, state: str, since: str, successor: str) -> None:
    found = status(citations(text)[0], dt.date.fromisoformat(day))

    assert (state, since, successor) == found[:3]


def test_a_renamed_benefit_has_both_names() -> None:
    change = status(citations("serviceloven § 100")[0], dt.date(2026, 1, 1)).change

    assert change is not None
    assert (change.was, change.now) == ("merudgiftsydelse", "kompensationsydelse")


def test_changes_are_of_known_acts_and_dated() -> None:
    for act in catalogue.acts().values():
        for change in act.changes:
            assert change.successor in ("", *catalogue.acts())
            assert dt.date.fromisoformat(change.since) <= dt.date(2025, 12, 31)
            assert change.first <= change.last
            assert change.kind in ("renamed", "repealed", "renumbered")
        assert act.highest == 0 or act.type in ("LOV", "LBK")


def test_an_act_that_has_a_successor_is_known_to_be_replaced() -> None:
    rows = parse((catalogue.FOLDER / "acts.yaml").read_bytes()).value["acts"]
    replaced = {row["key"]: row["succeeded_by"] for row in rows if row["succeeded_by"]}

    assert {key: catalogue.acts()[key].changes[0].successor for key in replaced} == replaced


def test_an_unconfirmed_change_leaves_the_state_open(monkeypatch: pytest.MonkeyPatch) -> None:
    acts = dict(catalogue.acts())
    change = acts["SEL"].changes[0]._replace(verified=False, successor="BL")
    acts["SEL"] = acts["SEL"]._replace(changes=(change,))
    monkeypatch.setattr(catalogue, "acts", lambda: acts)

    found = status(citations("serviceloven § 100")[0], dt.date(2026, 1, 1))

    assert found[:3] == ("unknown", "2025-09-01", "BL")

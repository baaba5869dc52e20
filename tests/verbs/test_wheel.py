"""The yearly wheel: which day each thing falls on, and the calendar that other programs read."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from qstd.cli import main
from qstd.exports.calendar import calendar
from qstd.messages import words
from qstd.model.decode import decode
from qstd.model.document import Heading, plain
from qstd.model.hearing import HearingFile
from qstd.model.municipality import Municipality
from qstd.model.standard import StandardFile, of
from qstd.model.wheel import Task
from qstd.present.wheel_page import wheel_document
from qstd.verbs.wheel import Kept, wheel
from qstd.yaml_source import parse

ROOT = Path(__file__).parents[2]
CASES: list[dict[str, Any]] = parse((ROOT / "tests" / "cases" / "wheel.yaml").read_bytes()).value
HEAD = {"schema": 1, "title": "Støtte", "service": "sel-99", "status": "in_force"}
TODAY = dt.date(2026, 3, 2)


def kept(case: dict[str, Any]) -> Kept:
    standards = {name: of("lejre", decode(StandardFile, HEAD | own)) for name, own in case.get("standards", {}).items()}
    hearings = {
        name: [decode(HearingFile, {"schema": 1} | each) for each in own]
        for name, own in case.get("hearings", {}).items()
    }
    common = decode(Municipality, {"name": "Lejre Kommune", "code": "0350"} | case.get("municipality", {}))
    return Kept("lejre", common, standards, hearings)


def shown(task: Task) -> str:
    names = ",".join(name for name, _ in task.standards)
    return " ".join(filter(None, (task.day.isoformat(), task.kind, names, "yearly" * task.yearly)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_each_thing_falls_on_its_day(case: dict[str, Any]) -> None:
    found = wheel([kept(case)], dt.date.fromisoformat(case.get("today", TODAY.isoformat())))
    assert [shown(each) for each in found] == case["wheel"]


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


@given(st.lists(st.tuples(DAYS, st.sampled_from(["sel-83", "sel-99"]), st.none() | DAYS), max_size=6), DAYS)
def test_the_calendar_says_what_the_wheel_says(
    lives: list[tuple[dt.date, str, dt.date | None]], today: dt.date
) -> None:
    standards = {}
    for at, (day, service, due) in enumerate(lives):
        approval = {"date": day.isoformat()} | ({"review_due": due.isoformat()} if due else {})
        standards[f"s{at}"] = of("lejre", decode(StandardFile, HEAD | {"service": service, "approval": approval}))
    year = {"year": [{"task": "review", "day": "02-29"}]}
    common = decode(Municipality, {"name": "Lejre Kommune", "code": "0350"} | year)
    tasks = wheel([Kept("lejre", common, standards, {})], today)
    data = calendar(tasks, today, "Lejre Kommune")
    assert calendar(tasks, today, "Lejre Kommune") == data
    assert all(len(each) <= 75 for each in data.split(b"\r\n"))
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [each.decoded("dtstart") for each in events] == [max(each.day, today) for each in tasks]
    assert len({str(each["uid"]) for each in events}) == len(tasks)
    assert [str(each["summary"]).removeprefix("Overskredet: ").split(":")[0] for each in events] == [
        words(each.what, "da").split(":")[0] for each in tasks
    ]
    assert not any(each.errors for each in events)
    headings = [plain(each.inlines) for each in wheel_document(tasks, today).blocks if isinstance(each, Heading)]
    assert len(set(headings)) == len(headings)


def test_an_event_keeps_its_name_when_its_day_moves() -> None:
    def names(day: str) -> set[str]:
        approval = {"date": "2025-01-01", "review_due": day}
        standard = of("lejre", decode(StandardFile, HEAD | {"approval": approval}))
        common = decode(Municipality, {"name": "Lejre Kommune", "code": "0350"})
        tasks = wheel([Kept("lejre", common, {"a": standard}, {})], TODAY)
        return {str(each["uid"]) for each in Calendar.from_ical(calendar(tasks, TODAY)).walk("VEVENT")}

    assert names("2026-06-01") == names("2026-09-01")


@pytest.mark.parametrize("name", ["hjul.ics", "hjul.html", "hjul.docx", "hjul.json", "hjul.pdf"])
def test_the_command_writes_each_kind_of_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    path = tmp_path / name
    assert main(["wheel", "lejre", "hvidovre", "--today", "2026-03-02", "-o", str(path)]) == 0
    first = path.read_bytes()
    assert main(["wheel", "lejre", "hvidovre", "--today", "2026-03-02", "-o", str(path)]) == 0
    assert path.read_bytes() == first


def test_an_unknown_name_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["wheel", "lejer"]) == 2
    assert "lejre" in capsys.readouterr().err

"""Setting aside: a warning with a reason, in one section or everywhere; an error never."""

import datetime as dt
from collections.abc import Iterator

import pytest

from qstd import lint
from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import Place, Severity, message
from qstd.model.standard import Section, Standard, Waiver

SECTIONS = (Section(topic="need"), Section(topic="price", id="price_2"))
AROUND = Around(dt.date(2026, 1, 1), "lejre", None, lambda path, line: Place("x.yaml", 1, 1, path))


def everywhere(standard: Standard, around: Around) -> Iterator[Hit]:
    """A rule that finds something in each section and in the standard as a whole."""
    for index, _ in enumerate(standard.sections):
        yield Hit(("sections", index, "body"), message("x"))
    yield Hit(("title",), message("x"))


@pytest.mark.parametrize(
    ("severity", "waivers", "left"),
    [
        ("warning", (), ["need", "price_2", ""]),
        ("warning", (Waiver(code="K900", reason="x"),), []),
        ("info", (Waiver(code="K900", reason="x"),), []),
        ("error", (Waiver(code="K900", reason="x"),), ["need", "price_2", ""]),
        ("warning", (Waiver(code="K901", reason="x"),), ["need", "price_2", ""]),
        ("warning", (Waiver(code="K900", reason="x", section="price_2"),), ["need", ""]),
        ("warning", (Waiver(code="K900", reason="x", section="price"),), ["need", "price_2", ""]),
        ("error", (Waiver(code="K900", reason="x", section="need"),), ["need", "price_2", ""]),
    ],
)
def test_what_is_left(
    severity: Severity, waivers: tuple[Waiver, ...], left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint, "rules", lambda only=frozenset(): (Rule("K900", severity, everywhere),))
    standard = Standard(schema=1, title="t", service="sel-99", status="draft", sections=SECTIONS, waive=waivers)
    found = [each.place.path for each in lint.check(standard, AROUND)]

    assert left == [SECTIONS[int(path[1])].key if path[0] == "sections" else "" for path in found]

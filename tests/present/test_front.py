"""The front page: who has a standard, each municipality once, and every standard within two clicks."""

import pytest

from qstd.model.document import Document, Items, Link, plain
from qstd.model.municipality import Municipality
from qstd.present.front import Listed, front_document
from tests.present.standard_parts import links, standard
from tests.strategies import stretches

NAMES = {"koebenhavn": "Københavns Kommune", "lejre": "Lejre Kommune"}


def listed(*municipalities: str) -> list[Listed]:
    return [
        (standard(municipality=each), Municipality(name=NAMES[each], code="0350"), f"{each}/{at}.html")
        for at, each in enumerate(municipalities)
    ]


def service(document: Document) -> str:
    """What is said under the first service."""
    items = next(each for each in document.blocks if isinstance(each, Items))
    return " ".join(" ".join(stretches(items.items[0].blocks)).split())


@pytest.mark.parametrize(
    ("municipalities", "words"),
    [
        (["lejre"], "Lejre Kommune har en standard."),
        (["lejre", "koebenhavn"], "Lejre Kommune og Københavns Kommune har hver en standard."),
        (["koebenhavn", "koebenhavn"], "Københavns Kommune har 2 standarder."),
        (["koebenhavn", "lejre", "koebenhavn"], "Københavns Kommune og Lejre Kommune har 3 standarder i alt."),
    ],
)
def test_each_municipality_is_named_once(municipalities: list[str], words: str) -> None:
    assert f"Serviceloven § 99. {words}" in service(front_document(listed(*municipalities), {}))


def test_several_standards_of_one_municipality_are_reached_through_its_page() -> None:
    document = front_document(listed(*["koebenhavn"] * 12), {})
    first: Link = links(document)[0]

    assert (plain(first.inlines), first.href) == ("Støtte- og kontaktperson", "koebenhavn/index.html")
    assert "koebenhavn/index.html" in [each.href for each in links(document)[1:]]

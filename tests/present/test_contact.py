"""Telephone numbers and mail addresses as links: in a card all of them, in running text those that are said to be such."""

import pytest

from qstd.model.document import Inlines, Link, Text, plain
from qstd.present.contact import mailable, reachable

CASES = [
    ("Skriv til klage@odense.dk eller ring til 66 13 13 72.", ["mailto:klage@odense.dk", "tel:+4566131372"]),
    ("Ring til Visitationen hverdage kl. 8.00-14.00 på 46 46 46 46.", ["tel:+4546464646"]),
    ("Kontakt 46 46 46 48 eller 46 46 46 49", ["tel:+4546464648", "tel:+4546464649"]),
    ("Ring til os. Sagen hedder 12 34 56 78.", []),
    ("Kontakt kommunen og oplys CVR-nummer 12 34 56 78.", []),
    ("Tlf.: 6333 7904 og telefon 54732802", ["tel:+4563337904", "tel:+4554732802"]),
    ("CVR 55606617, sag 12 34 56 78", []),
    ("12345678@odense.dk", ["mailto:12345678@odense.dk"]),
]


def hrefs(inlines: Inlines) -> list[str]:
    return [each.href for each in inlines if isinstance(each, Link)]


@pytest.mark.parametrize(("text", "addresses"), CASES)
def test_in_running_text(text: str, addresses: list[str]) -> None:
    found = mailable((Text(text),))
    assert addresses == hrefs(found)
    assert text == plain(found)


def test_in_a_card_every_number_is_one() -> None:
    assert hrefs(reachable((Text("Borgerservice +45 33 41 12 00"),))) == ["tel:+4533411200"]

"""M009 public_address (info): a standard for drug treatment says where on the internet it can be read.

Applies to standards under section 101 that are approved or in force, where neither the standard nor the municipality's
file holds an address on the internet.
Why: comprehensive information on the treatment must be public; a paper that names no address cannot be found again.
Source: the order before BEK 1477, "at least on the internet" (read at global-regulation.com); whether the order of today
says the same could not be confirmed.
How to mend: write the address in the standard, or under `contact: {web: ...}` in municipality.yaml.
Bad: "Standarden kan fås på rådhuset". Good: "Standarden kan læses på www.eksempel.dk/stofmisbrug".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Applies, Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_ADDRESS = lazy(r"https?://|\bwww\.|hjemmeside|(?<![@\w.-])[\w-]{2,40}\.dk\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for an address in the text and in the municipality's file."""
    contact = around.municipality.contact if around.municipality else None
    if contact and contact.web:
        return
    if not any(_ADDRESS.search(each.body) for each in around.effective(standard).sections):
        what = message("Der står ingen adresse på nettet, hvor standarden kan læses.")
        hint = message(
            "Se efter, om den er lagt på nettet, og skriv adressen, fx under »contact:« i municipality.yaml."
        )
        yield Hit((), what, hint)


RULE = Rule(
    "M009",
    "info",
    check,
    source=message(
        "Kilde: Den tidligere bekendtgørelse om kvalitetsstandard for stofmisbrug. Se efter, om kravet gælder endnu."
    ),
    applies=Applies(services=frozenset(("sel-101",)), statuses=PUBLISHED.statuses),
)

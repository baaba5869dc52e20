"""K005 unknown_service (error): the service is in the catalogue.

Applies to every standard.
Why: the service says which law the standard is for, what it is compared with, and where it is published.
How to mend: take the key that the finding suggests; the catalogue has one file for each in `qstd/catalogue/services`.
Bad: `service: sel99`. Good: `service: sel-99`.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look up the service."""
    keys = catalogue.service_keys()
    if standard.service not in keys:
        what = message("Ydelsen »{service}« findes ikke i kataloget.", service=standard.service)
        yield Hit(("service",), what, choose(standard.service, keys, shown=40))


RULE = Rule("K005", "error", check)

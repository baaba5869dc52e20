"""K014 municipality_code (warning): the municipality's code belongs to the folder that it stands in.

Applies to municipality.yaml in a folder that is named after one of the 98 municipalities.
Why: the code tells other systems which municipality the standards are for.
How to mend: write the code that the finding names.
Bad: `code: "0167"` in `standards/lejre`. Good: `code: "0350"`.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.municipality import Municipality


def check(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Compare the code with that of the folder's municipality."""
    known = catalogue.municipality(around.slug)
    if known and known.code != municipality.code:
        what = message("Koden {code} er ikke {name}s.", code=municipality.code, name=known.display)
        yield Hit(("code",), what, message('Skriv "{code}".', code=known.code))


RULE = Rule("K014", "warning", municipality=check)

"""K014 municipality_code (warning): the folder is named after a municipality, and the code is that municipality's.

Applies to every municipality.yaml.
Why: the code tells other systems which municipality the standards are for.
How to mend: write the code that the finding names; call the folder what the municipality is called, without æ, ø, å.
Bad: `code: "0167"` in `standards/lejre`. Good: `code: "0350"`.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.finding import message
from qstd.model.municipality import Municipality


def check(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Compare the code with that of the folder's municipality."""
    known = catalogue.municipality(around.slug)
    if known is None:
        what = message("Mappen »{slug}« hedder ikke det samme som nogen af de 98 kommuner.", slug=around.slug)
        yield Hit((), what, choose(around.slug, catalogue.municipalities()))
    elif known.code != municipality.code:
        what = message("Koden {code} er ikke {name}s.", code=municipality.code, name=known.display)
        yield Hit(("code",), what, message('Skriv "{code}".', code=known.code))


RULE = Rule("K014", "warning", municipality=check)

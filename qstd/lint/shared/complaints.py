"""What a standard says about complaining, for the rules that each ask for one thing."""

from qstd.lint.rule import Around
from qstd.lint.shared.kept import kept
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, passages_of, sections_of_topic
from qstd.model.finding import Path
from qstd.model.standard import Standard

WITHOUT_APPEAL = frozenset(("sel-82a", "sel-82b"))
"""Services whose decisions no other authority can be asked to look at."""
BOARD = lazy(r"\bankestyrelse")
_COMPLAINS = lazy(r"\b\w{0,12}klag\w*|ankestyrelse|borgerrådgiver")


def under_social_service(standard: Standard) -> bool:
    """Tell whether decisions under the standard can be taken to Ankestyrelsen, as those under serviceloven mostly can.
    Other acts have other ways.
    """
    return standard.service.startswith("sel-") and standard.service not in WITHOUT_APPEAL


@kept
def about_complaints(standard: Standard, around: Around) -> tuple[Passage, ...]:
    """Return the sentences about complaining: all of a complaint section with text, and those elsewhere that say so."""
    if standard.language != "da":
        return ()
    own = set(sections_of_topic(standard, "complaints")) if in_its_section(standard, around, "complaints") else set()
    said = passages_of(standard, around, "complaints")
    return tuple(each for each in said if each.section in own or _COMPLAINS.search(plain(f"{each.lead} {each.text}")))


def place_of(standard: Standard, said: tuple[Passage, ...]) -> Path:
    """Return where a finding about all of these sentences belongs: their first section."""
    first = next((each.section for each in said if standard.sections[each.section].topic == "complaints"), None)
    return ("sections", said[0].section if first is None else first) if said else ("sections",)


def words_of(said: tuple[Passage, ...]) -> str:
    """Return the sentences as one text in small letters."""
    return plain(" ".join([each.text for each in said]))

"""What the provision of a standard asks for: the topics that its standards have, and those that an order demands."""

from qstd.catalogue import Demand
from qstd.lint.rule import service_of
from qstd.lint.shared.presence import section_of_topic
from qstd.model.finding import Path
from qstd.model.standard import Standard


def demand(standard: Standard, topic: str) -> Demand | None:
    """Return what an order demands about a topic; None where it demands nothing."""
    known = service_of(standard)
    return next((each for each in known.demands if topic in each.topics), None) if known else None


def expects(standard: Standard, topic: str) -> bool:
    """Tell whether standards of the service have a section about a topic; where the service is unknown, it may be so."""
    known = service_of(standard)
    return known is None or topic in known.topics


def is_begun(standard: Standard) -> bool:
    """Tell whether anything is written: a file that has only its head cannot lack one section more than another."""
    return any(each.body.strip() or each.use for each in standard.sections)


def place_of(standard: Standard, topic: str) -> Path:
    """Return where something about a topic belongs: in its section, or among the sections."""
    index = section_of_topic(standard, topic)
    return ("sections",) if index is None else ("sections", index)

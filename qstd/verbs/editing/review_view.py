"""What the review of an import shows of one standard: its sections and proposed facts, how sure each is, what was decided,
and where in the source it stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qstd import catalogue, prose
from qstd.language import translator
from qstd.model.document import Blocks
from qstd.model.draft import Confidence, Doubt
from qstd.model.facts import AnyFact
from qstd.model.finding import Message
from qstd.model.outline import Spot
from qstd.model.standard import Section, StandardFile
from qstd.present.facts import kind_label, value
from qstd.present.review import where
from qstd.verbs.editing.review_source import Extent, Quoted, SourceBlock, SourcePara, anchor, extents, paragraphs, shown
from qstd.verbs.editing.reviews import Review, Staged

N_ = str  # marks a Danish text that is translated where it is shown
_SURE: Mapping[Confidence, tuple[int, str]] = {
    4: (3, N_("sikker")),
    3: (3, N_("sikker")),
    2: (2, N_("ret sikker")),
    1: (1, N_("usikker")),
    0: (0, N_("intet emne fundet")),
}


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section: its number in the standard (from 0), as it is now, how sure its topic is (a step of three and a word), what
    is unsure, whether a person should look at it and has; the place in the source, and the next one to look at (-1: none).
    """

    at: int
    section: Section
    step: int
    sure: str
    doubts: tuple[Message, ...]
    unsure: bool
    decided: bool
    anchor: str
    where: str
    body: Blocks
    next: int = -1

    @property
    def open(self) -> bool:
        """Whether a person should still look at it."""
        return self.unsure and not self.decided


@dataclass(frozen=True, slots=True)
class FactView:
    """A proposed fact: its number (from 0), the fact as it is now, in words, its quote and where that stands; `state` is
    "open", "yes", "changed" or "no".
    """

    at: int
    fact: AnyFact
    label: str
    value: str
    details: tuple[str, ...]
    quote: str
    section: int
    heading: str
    state: str
    sure: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A doubt about the standard as a whole: the words, and where in the source."""

    message: Message
    where: str
    anchor: str


@dataclass(frozen=True, slots=True)
class StandardView:
    """One standard of the file, as the screen shows it."""

    staged: Staged
    title: str
    sections: tuple[SectionView, ...]
    facts: tuple[FactView, ...]
    doubts: tuple[DoubtView, ...]
    source: tuple[SourceBlock, ...]
    pages: "tuple[PageView, ...]"

    @property
    def unsure(self) -> tuple[SectionView, ...]:
        """The sections that a person should still look at."""
        return tuple(each for each in self.sections if each.open)

    @property
    def open_facts(self) -> tuple[FactView, ...]:
        """The facts that nobody has decided about."""
        return tuple(each for each in self.facts if each.state == "open")

    @property
    def sure_facts(self) -> tuple[FactView, ...]:
        """The facts that can be said to be right at once."""
        return tuple(each for each in self.open_facts if each.sure)


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of a PDF file: its number, its size in points, whether there is a picture, and the paragraphs on it."""

    number: int
    width: float
    height: float
    shown: bool
    paras: tuple[SourcePara, ...]


def view(review: Review, at: int, language: str = "da") -> StandardView:
    """Return what the screen shows of one standard of a file."""
    staged, result = review.standards[at], review.result
    extent = extents(result.passages)[at] if at < len(result.passages) else Extent(0, 10**9, {})
    sections = tuple(_linked(list(_sections(staged, result.passages[at], language))))
    facts = tuple(_facts(staged, sections, language))
    quoted = [Quoted(each.at + 1, each.section, each.quote) for each in facts]
    source = shown(result.outline, extent, quoted)
    paras = tuple(paragraphs(source))
    places = {number: each.anchor for each in paras for number in each.facts}
    facts = tuple(_placed(each, places, sections) for each in facts)
    pages = tuple(
        PageView(each.number, each.width, each.height, each.shown, own)
        for each in result.pages
        if (own := tuple(para for para in paras if para.page == each.number and para.box))
    )
    doubts = tuple(_doubt(each, language) for each in staged.draft.doubts if _section_of(each) is None)
    return StandardView(staged, staged.draft.standard.title, sections, facts, doubts, source, pages)


# ---------- Sections ----------


def _sections(staged: Staged, passages: tuple[tuple[Spot, ...], ...], language: str) -> Iterator[SectionView]:
    say = translator(language)
    for at, (section, origin) in enumerate(zip(staged.standard.sections, staged.draft.origins, strict=True)):
        own = tuple(each for each in staged.draft.doubts if _section_of(each) == at)
        chosen = at in staged.decided.topics
        step, word = (3, N_("valgt af dig")) if chosen else _SURE[origin.confidence]
        spot = passages[at][0] if at < len(passages) and passages[at] else origin.spot
        yield SectionView(
            at,
            section,
            step,
            word,
            tuple(each.message for each in own),
            origin.confidence <= 1 or any(_weighs(each, origin.confidence) for each in own),
            chosen or at in staged.decided.seen,
            anchor(spot),
            where(spot, say),
            prose.blocks(section.body),
        )


def _weighs(doubt: Doubt, confidence: Confidence) -> bool:
    """Tell whether a doubt asks for a decision: that a heading is only like a topic does not."""
    return confidence != 2 or doubt.path[-1] != "topic"


def _section_of(doubt: Doubt) -> int | None:
    inside = len(doubt.path) > 1 and doubt.path[0] == "sections" and isinstance(doubt.path[1], int)
    return int(doubt.path[1]) if inside else None


def _linked(sections: list[SectionView]) -> Iterator[SectionView]:
    """Say of each section which one to look at next; after the last one comes the first."""
    left = [each.at for each in sections if each.open]
    for each in sections:
        rest = [at for at in left if at != each.at]
        after = next((at for at in rest if at > each.at), rest[0] if rest else -1)
        yield replace(each, next=after)


# ---------- Facts ----------


def _facts(staged: Staged, sections: tuple[SectionView, ...], language: str) -> Iterator[FactView]:
    names = {each.key: at for at, each in reversed(list(enumerate(staged.draft.standard.sections)))}
    kept = iter(staged.standard.facts)
    for at, original in enumerate(staged.draft.standard.facts):
        answer = staged.decided.facts.get(at)
        fact = original if answer == "no" else next(kept)
        section = names.get(original.evidence.section, -1)
        shown_value = value(fact, language)
        yield FactView(
            at,
            fact,
            kind_label(fact.kind, getattr(fact, "role", ""), language),
            shown_value.text,
            shown_value.details,
            original.evidence.quote,
            section,
            _heading(staged.standard, section),
            "open" if answer is None else answer if isinstance(answer, str) else "changed",
            section >= 0 and sections[section].step == 3 and not sections[section].open,
            "",
        )


def _heading(standard: StandardFile, at: int) -> str:
    if at < 0:
        return ""
    section = standard.sections[at]
    return ". ".join(each for each in (section.number, section.heading) if each)


def _placed(fact: FactView, places: Mapping[int, str], sections: tuple[SectionView, ...]) -> FactView:
    whole = sections[fact.section].anchor if fact.section >= 0 else ""
    return replace(fact, anchor=places.get(fact.at + 1, whole))


def _doubt(doubt: Doubt, language: str) -> DoubtView:
    at = anchor(doubt.spot) if doubt.spot.paragraph or doubt.spot.line else ""
    return DoubtView(doubt.message, where(doubt.spot, translator(language)), at)


def topics(language: str = "da") -> tuple[tuple[str, str], ...]:
    """Return the topics that a section can be about, with their names, in the order of a document."""
    return tuple((key, catalogue.label(each.label, language)) for key, each in catalogue.topics().items())

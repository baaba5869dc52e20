"""Writing: what the screen shows beside the text of one section: what is found in it, where, and how hard it is to read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qstd import catalogue, lint, prose
from qstd.lint.rule import Around
from qstd.lint.shared.readable import prose_for_citizens
from qstd.model.finding import Finding, Message, Severity
from qstd.model.fragments import effective_section, expand
from qstd.model.standard import Section, Standard, StandardFile
from qstd.prose.readability import Lix, of_sentences
from qstd.prose.sentences import spans
from qstd.verbs.editing.desk import Desk, Looked
from qstd.verbs.editing.spots import spot

WHOLE = -1
"""Stands for the number of a section where the standard as a whole is meant."""
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_MARKS: Mapping[Severity, str] = {"error": "e", "warning": "w", "info": "i"}
_QUOTE = "K002"  # the words behind a fact are gone: its card asks what is to become of it
_EXACT = "S017"  # a word that is torn in two: the rule knows how it is written
_GLIMPSE = 140


@dataclass(frozen=True, slots=True)
class Mend:
    """Words of a section, and those that surely belong in their place."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding as it stands beside the text: its name on the page, and what can be done about it."""

    id: str
    finding: Finding
    mend: Mend | None
    waivable: bool


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section in the list: its number (from 0) and what is to be seen of it there; `counts` by severity."""

    at: int
    number: str
    heading: str
    counts: tuple[tuple[Severity, int], ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The section before or after the one that is written: where it is, and a glimpse of its text."""

    at: int
    number: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How long a section is and how hard to read; `lix` is None where it is not reckoned, `whole` that of the standard."""

    words: int
    sentences: int
    lix: int | None
    whole: int | None


Marked = tuple[str, str, int]
"""A passage that is marked in the text: how, the characters as they are written, and at which time they stand there."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One section, or the standard as a whole (`at` is WHOLE), with all that stands around it. `shared` is the text that it
    takes from its municipality, None where it takes none.
    """

    at: int
    section: Section | None
    rows: tuple[SectionRow, ...]
    before: Neighbour | None
    after: Neighbour | None
    noted: tuple[Noted, ...]
    figures: Figures
    marks: tuple[Marked, ...]
    shared: str | None


def writing(desk: Desk, looked: Looked, file: StandardFile, at: int) -> Writing:
    """Return what there is to see of a section."""
    found = by_section(looked.findings, file)
    section = file.sections[at] if at != WHOLE else None
    fragments = looked.municipality.fragments
    own = [effective_section(each, fragments) for each in file.sections]
    return Writing(
        at=at,
        section=section,
        rows=tuple(_rows(file, own, found)),
        before=_neighbour(own, at - 1, last=True) if at > 0 else None,
        after=_neighbour(own, at + 1, last=False) if at != WHOLE and at + 1 < len(own) else None,
        noted=tuple(_noted(found.get(at, ()), section)),
        figures=_figures(desk, looked, own, at),
        marks=tuple(_marks(found.get(at, ()), file, section)) if section else (),
        shared=expand(section.use, fragments).text if section and section.use else None,
    )


def by_section(findings: Iterable[Finding], file: StandardFile) -> dict[int, list[Finding]]:
    """Return findings by the section that they are about, the worst first; those about none under WHOLE."""
    places = {each.key: at for at, each in reversed(tuple(enumerate(file.sections))) if each.key}
    found: dict[int, list[Finding]] = {}
    for each in sorted(findings, key=lambda one: _SEVERITIES.index(one.severity)):
        found.setdefault(_section_of(each, file, places), []).append(each)
    return found


def _section_of(finding: Finding, file: StandardFile, places: Mapping[str, int]) -> int:
    match finding.place.path:
        case ("sections", int(at), *_) if at < len(file.sections):
            return at
        case ("facts", int(at), *_) if at < len(file.facts):
            return places.get(file.facts[at].evidence.section, WHOLE)
    return WHOLE


def _rows(file: StandardFile, own: Sequence[Section], found: Mapping[int, Sequence[Finding]]) -> Iterator[SectionRow]:
    for at, each in enumerate(file.sections):
        count = Counter(one.severity for one in found.get(at, ()))
        counts = tuple((severity, count[severity]) for severity in _SEVERITIES if count[severity])
        yield SectionRow(at, each.number or "", each.heading, counts, not own[at].body.strip())


def _neighbour(own: Sequence[Section], at: int, last: bool) -> Neighbour:
    section = own[at]
    text = prose.text(section.body)
    sentences = [text[start:end] for start, end in spans(text)]
    words = (sentences[-1] if last else sentences[0]) if sentences else ""
    short = f"{words[:_GLIMPSE].rsplit(' ', 1)[0]} …" if len(words) > _GLIMPSE else words
    return Neighbour(at, section.number or "", section.heading, f"… {short}" if last and len(sentences) > 1 else short)


# ---------- Findings ----------


def _noted(found: Iterable[Finding], section: Section | None) -> Iterator[Noted]:
    known = frozenset(lint.codes().values())
    count: Counter[str] = Counter()
    for each in found:
        if each.code == _QUOTE and section is not None:
            continue
        count[each.code] += 1
        waivable = each.severity != "error" and each.code in known
        yield Noted(f"bem-{each.code}-{count[each.code]}", each, _mend(each, section), waivable)


def _mend(finding: Finding, section: Section | None) -> Mend | None:
    if section is None or finding.code != _EXACT or finding.hint is None:
        return None
    old, new = str(finding.message.values.get("words", "")), str(finding.hint.values.get("whole", ""))
    return Mend(old, new) if new and section.body.count(old) == 1 else None


def _marks(found: Iterable[Finding], file: StandardFile, section: Section) -> Iterator[Marked]:
    """Yield the passages that findings and facts quote, as they are written."""
    body = section.body.replace("\r\n", "\n")
    quotes = [("f", each.evidence.quote) for each in file.facts if section.key and each.evidence.section == section.key]
    quotes += [(_MARKS[each.severity], quote) for each in found if (quote := _quoted(each, body))]
    for kind, quote in dict.fromkeys(quotes):
        if place := spot(quote, body):
            words = body[place[0] : _end(body, place[1]) if quote.endswith("…") else place[1]]
            yield kind, words, body.count(words, 0, place[0])


def _end(body: str, at: int) -> int:
    """Return where the sentence ends that a place is in."""
    return next((at + end for _, end in spans(body[at:].partition("\n")[0])), at)


def _quoted(finding: Finding, body: str) -> str:
    """Return the words of a body that a finding speaks of: the longest of what stands in its sentences and there."""
    if finding.place.path[:1] != ("sections",) or finding.place.path[2:3] not in (("body",), ()):
        return ""
    said = [*_values(finding.message), *(_values(finding.hint) if finding.hint else ())]
    return max((each for each in said if len(each) > 1 and spot(each, body)), key=len, default="")


def _values(message: Message) -> Iterator[str]:
    for each in message.values.values():
        if isinstance(each, Message):
            yield from _values(each)
        elif isinstance(each, str):
            yield each


# ---------- Figures ----------


def _figures(desk: Desk, looked: Looked, own: Sequence[Section], at: int) -> Figures:
    texts = [prose.text(each.body) for each in (own if at == WHOLE else own[at : at + 1])]
    length = of_sentences(text[start:end] for text in texts for start, end in spans(text))
    by_number: dict[int, list[str]] = {}
    for number, text in _prose(desk, looked.standard, looked):
        by_number.setdefault(number, []).append(text)
    each_own = {number: of_sentences(said) for number, said in by_number.items()}
    whole = Lix(*(sum(each) for each in zip((0, 0, 0), *each_own.values(), strict=True)))
    section = each_own.get(at)
    return Figures(length.words, length.sentences, _lix(section) if section else None, _lix(whole))


def _prose(desk: Desk, standard: Standard | None, looked: Looked) -> Iterator[tuple[int, str]]:
    """Yield the sentences that the figure is reckoned from, each with the number of its section."""
    if standard is not None:
        around = Around(desk.today(), standard.municipality, looked.municipality, looked.locate)
        yield from ((each.section, each.text) for each in prose_for_citizens(standard, around))


def _lix(figure: Lix) -> int | None:
    return round(figure.value) if figure.words else None


# ---------- Choices ----------


def services(language: str) -> tuple[tuple[str, str], ...]:
    """Return the services that a standard can be of, with their names."""
    found = []
    for key in catalogue.service_keys():
        known = catalogue.service(key)
        if known:
            paragraph = next((each for _, each in known.provisions if each), "")
            name = catalogue.label(known.name, language)
            found.append((key, f"{name}, § {paragraph}" if paragraph else name))
    return tuple(found)


def topics(language: str) -> tuple[tuple[str, str], ...]:
    """Return what a section can be about, with its name, in the order of a document."""
    return tuple((key, catalogue.label(each.label, language)) for key, each in catalogue.topics().items())

"""The report: what was found in each file, with what each standard says and how hard it is to read."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from qstd import catalogue
from qstd.compare.hollow import state_of
from qstd.lint.rule import Around
from qstd.lint.shared.presence import says
from qstd.lint.shared.readable import prose_for_citizens
from qstd.model.finding import Finding, Place
from qstd.model.standard import Standard
from qstd.present.report import Looked, Reading, TopicState
from qstd.prose.readability import of_sentences
from qstd.verbs.corpus import Corpus
from qstd.workspace import MUNICIPALITY_FILE

INTERNAL = "K099"
"""The code of what goes wrong in a rule itself: that is nothing that those who write standards can mend."""

_WORDS, _WORDS_OF_SECTION, _NAMED, _HARD = 60, 25, 3, 45


def looked_at(corpus: Corpus, findings: Sequence[Finding], municipality: str = "") -> tuple[Looked, ...]:
    """Return what there is to say of each file: the standards (of one municipality, or all), then what else has findings.
    Pages are as the municipality's own page names them.
    """
    by_file: dict[str, list[Finding]] = {}
    for one in findings:
        by_file.setdefault(one.place.file, []).append(one)
    standards = [each for each in corpus.standards if municipality in ("", each.entry.municipality)]
    several = len({each.entry.municipality for each in standards}) > 1
    looked = []
    for each in standards:
        found = tuple(by_file.pop(each.file, ()))
        if each.draft is None:
            looked.append(Looked(each.file, found, published=False))
            continue
        address = f"{each.entry.path.stem}/index.html" if municipality and each.standard else ""
        about = of_standard(each.draft, each.file, found, address, each.standard is not None)
        looked.append(replace(about, owner=each.municipality.name if several else ""))
    rest = {file: tuple(own) for file, own in by_file.items() if not municipality or _is_of(file, municipality)}
    return (*looked, *(Looked(file, own) for file, own in rest.items()))


def _is_of(file: str, municipality: str) -> bool:
    """Tell whether a file is one that all standards of a municipality have in common."""
    return file.rpartition("standards/")[2] == f"{municipality}/{MUNICIPALITY_FILE}"


def of_standard(
    standard: Standard, file: str, findings: tuple[Finding, ...], address: str = "", published: bool = True
) -> Looked:
    """Return what there is to say of a standard that is as it is published."""
    return Looked(file, findings, standard, address, published, tuple(_topics(standard)), _reading(standard))


def _whole(standard: Standard) -> Standard:
    """Return a standard whose shared texts, which are in place already, are its own."""
    return replace(standard, sections=tuple(replace(each, use=None) for each in standard.sections))


def _around(standard: Standard) -> Around:
    """Return what the rules' own helpers ask for; nothing that is used here asks for the day or for places."""
    return Around(dt.date.min, standard.municipality, None, lambda path, line: Place("", line, 0, path))


def _topics(standard: Standard) -> Iterator[tuple[str, TopicState]]:
    """Yield what a standard says of each topic that standards under its provision have."""
    service = catalogue.service(standard.service)
    whole, around = _whole(standard), _around(standard)
    for topic in service.topics if service else ():
        own = {state_of(each.body) for each in standard.sections if each.topic == topic}
        state: TopicState = "empty" if "empty" in own else "absent"
        if own & {"stated", "none"}:
            state = "stated" if "stated" in own else "none"
        elif says(whole, around, topic):
            state = "elsewhere"
        yield topic, state


def _reading(standard: Standard) -> Reading:
    """Reckon the LIX of what citizens read, and name the hardest sections."""
    prose = list(prose_for_citizens(_whole(standard), _around(standard)))
    whole = of_sentences(each.text for each in prose)
    if whole.words < _WORDS:
        return Reading()
    figures = (
        (index, of_sentences(each.text for each in own)) for index, own in groupby(prose, key=lambda each: each.section)
    )
    hard = [(index, round(each.value)) for index, each in figures if each.words >= _WORDS_OF_SECTION]
    hardest = sorted((each for each in hard if each[1] >= _HARD), key=lambda each: -each[1])
    return Reading(round(whole.value), tuple(hardest[:_NAMED]))

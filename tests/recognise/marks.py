"""How well a source was imported: what came out, against what a careful person would say.

Words are compared in their order, headings and text together: a heading that became text is no lost word but a lost
boundary. Of a fact, the fields that the expectation gives must be right; free text is right where one of the two holds
the words of the other, and how a target group is rendered is nobody's business.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from qstd import prose
from qstd.model.draft import Draft, Recognition
from qstd.model.plain import plain
from tests.cases.read.case import Case, WantedSection, WantedStandard

WORD = re.compile(r"[^\W_]+|§")
HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
FREE = {"text", "requirement", "exception", "window", "name", "address", "hours", "via", "body"}
PERIODS = {"interval", "period"}
FEWER_IS_BETTER = {"hyphens", "leaks"}
Fact = Mapping[str, object]


class Marks(NamedTuple):
    """The figures of a case by name, from 0 to 1 save those of which fewer are better; and in words what was wrong."""

    figures: Mapping[str, float]
    faults: tuple[str, ...]


class Part(NamedTuple):
    """A section, wanted or found, and where it begins and ends among all words."""

    start: int
    end: int
    number: str
    heading: str
    topics: tuple[str | None, ...]


class Stream(NamedTuple):
    """All words in order, and the sections that they stand in."""

    words: list[str]
    parts: list[Part]
    text: str


def words(text: str) -> list[str]:
    """Return the words of a text, without soft hyphens."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("\u00ad", ""))


def stream(sections: Iterable[tuple[str, str, str, tuple[str | None, ...]]]) -> Stream:
    """Lay sections (number, heading, text, topics) end to end."""
    out = Stream([], [], "")
    texts = []
    for number, heading, text, topics in sections:
        start = len(out.words)
        out.words.extend(words(heading) + words(text))
        if len(out.words) > start:
            out.parts.append(Part(start, len(out.words), number, heading, topics))
        texts += [heading, text]
    return out._replace(text=" ".join("\n".join(texts).replace("\u00ad", "").split()))


def wanted(case: Case) -> Stream:
    """The words that must come out."""
    return stream(_wanted(each) for standard in case.standards for each in standard.sections)


def _wanted(section: WantedSection) -> tuple[str, str, str, tuple[str | None, ...]]:
    return section.number, section.heading, prose.text(section.text), section.topics


def found(drafts: Sequence[Draft]) -> Stream:
    """The words that came out."""
    sections = (each for draft in drafts for each in draft.standard.sections)
    return stream((each.number or "", each.heading, prose.text(each.body), (each.topic,)) for each in sections)


# ---- words and sections


def pairs(want: Stream, got: Stream) -> dict[int, int]:
    """Return which word of the result is which that was wanted, by the longest common sequence."""
    same = (each for each in LCSseq.opcodes(want.words, got.words) if each.tag == "equal")
    return {
        other: mine
        for each in same
        for mine, other in zip(range(each.src_start, each.src_end), range(each.dest_start, each.dest_end), strict=True)
    }


def matched(want: Stream, got: Stream, same: Mapping[int, int]) -> dict[Part, Part]:
    """Return the wanted sections that begin where one of the result begins, and that one."""
    starts = {each.start: each for each in want.parts}
    out: dict[Part, Part] = {}
    for part in got.parts:
        first = next((same[at] for at in range(part.start, part.end) if at in same), -1)
        if first in starts:
            out.setdefault(starts[first], part)
    return out


def section_figures(want: Stream, got: Stream, faults: list[str]) -> dict[str, float]:
    """Boundaries, topics, numbers and words."""
    same = pairs(want, got)
    met = matched(want, got, same)
    faults += [f"no section begins at: {each.number} {each.heading}" for each in want.parts if each not in met]
    extra = [each for each in got.parts if each not in met.values()]
    faults += [f"section too many: {each.number} {each.heading or got.words[each.start]}" for each in extra]
    right = [mine for mine, other in met.items() if other.topics[0] in mine.topics]
    faults += [
        f"topic {other.topics[0]} and not {mine.topics[0]}: {mine.heading}"
        for mine, other in met.items()
        if mine not in right
    ]
    numbers = [mine for mine, other in met.items() if other.number == mine.number]
    faults += [f"number {met[each].number!r} and not {each.number!r}" for each in met if each not in numbers]
    faults += _words_wrong(want, got, same)
    return {
        "boundaries": _ratio(2 * len(met), len(want.parts) + len(got.parts)),
        "topics": _ratio(len(right), len(want.parts)),
        "numbers": _ratio(len(numbers), len(want.parts)),
        "recall": _ratio(len(same), len(want.words)),
        "precision": _precision(len(same), len(got.words), len(want.words)),
    }


def _words_wrong(want: Stream, got: Stream, same: Mapping[int, int]) -> Iterator[str]:
    here = set(same.values())
    lost = [word for at, word in enumerate(want.words) if at not in here]
    more = [word for at, word in enumerate(got.words) if at not in same]
    if lost:
        yield f"words lost or elsewhere: {' '.join(lost[:25])}"
    if more:
        yield f"words too many: {' '.join(more[:25])}"


def text_figures(case: Case, want: Stream, got: Stream, faults: list[str]) -> dict[str, float]:
    """Hyphens that are wrong, and words of the page's furniture in the text."""
    torn = [each for each in case.hyphens if each not in got.text]
    torn += [each for each in set(HYPHENATED.findall(got.text)) if each not in want.text]
    present = Counter(got.words) - Counter(want.words)
    leaks = [each for each in case.furniture if present[each]]
    faults += [f"hyphen: {each}" for each in torn] + [f"furniture in the text: {each}" for each in leaks]
    return {"hyphens": len(torn), "leaks": len(leaks)}


# ---- facts


def fact_figures(case: Case, drafts: Sequence[Draft], faults: list[str]) -> dict[str, float]:
    """How many of the wanted facts were proposed, and how many of the proposed ones are right."""
    proposed = [_fields(plain(each)) for draft in drafts for each in draft.standard.facts]
    missing, wrong = compare_facts(case, proposed)
    faults += [f"fact missing: {_shown(each)}" for each in missing] + [f"fact wrong: {_shown(each)}" for each in wrong]
    right = len(case.facts) - len(missing)
    return {
        "fact_recall": _ratio(right, len(case.facts)),
        "fact_precision": _precision(right, right + len(wrong), len(case.facts)),
    }


def compare_facts(case: Case, proposed: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the wanted facts that nobody proposed, and the proposed ones that are neither wanted nor allowed."""
    left = list(proposed)
    missing = []
    for fact in sorted(case.facts, key=len, reverse=True):
        hit = next((each for each in left if agrees(fact, each)), None)
        if hit is None:
            missing.append(fact)
        else:
            left.remove(hit)
    return missing, [each for each in left if not any(agrees(allowed, each) for allowed in case.may)]


def agrees(want: Fact, got: Fact) -> bool:
    """Tell whether a proposed fact has every value that is wanted."""
    names = [name for name in want if not (name == "text" and want["kind"] == "target_group")]
    return all(_same(name, want[name], got.get(name)) for name in names)


def _same(name: str, want: object, got: object) -> bool:
    if name == "phone":
        return re.sub(r"\D", "", str(want)) == re.sub(r"\D", "", str(got))
    if name == "amount":
        return got is not None and float(str(want)) == float(str(got))
    if isinstance(want, list):
        return isinstance(got, list | tuple) and {_plain(each) for each in want} == {_plain(each) for each in got}
    if name in PERIODS:
        return _months(str(want)) == _months(str(got))
    if name in FREE:
        return _holds(words(_plain(want)), words(_plain(got)))
    return want == got


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    few, many = sorted((Counter(one), Counter(other)), key=lambda each: each.total())
    return bool(few) and few <= many


def _months(duration: str) -> str:
    """Twelve months are a year, also where the source says one and the expectation the other."""
    return re.sub(r"^P(\d+)Y$", lambda years: f"P{12 * int(years[1])}M", duration)


def _plain(value: object) -> str:
    return "" if value is None else str(value).casefold()


def _fields(fact: Fact) -> Fact:
    return {name: value for name, value in fact.items() if name not in ("evidence", "proposed")}


def _shown(fact: Fact) -> str:
    return ", ".join(f"{name}={value}" for name, value in fact.items())


# ---- what stands before the sections


def front_figures(case: Case, drafts: Sequence[Draft], faults: list[str]) -> dict[str, float]:
    """Title, service, municipality and approval, each as the share of the standards in which it is right."""
    if len(drafts) != len(case.standards):
        faults.append(f"{len(drafts)} standards and not {len(case.standards)}")
    both = list(zip(case.standards, drafts, strict=False))
    count = max(len(case.standards), len(drafts))
    checks = {
        "title": lambda want, got: words(got.standard.title) in [words(each) for each in want.titles],
        "service": lambda want, got: got.standard.service in want.services,
        "municipality": lambda want, got: got.municipality == want.municipality,
        "approval": approval_right,
    }
    for name, right in checks.items():
        faults += [f"{name}: {_front(name, draft)}" for want, draft in both if not right(want, draft)]
    return {name: _ratio(sum(right(*each) for each in both), count) for name, right in checks.items()}


def approval_right(want: WantedStandard, draft: Draft) -> bool:
    """Tell whether the approval says what the source says, and no date where the source has none."""
    got = plain(draft.standard.approval) if draft.standard.approval else {}
    if "date" not in want.approval and "date" in got:
        return False
    return all(
        _same(name, value, got.get(name)) if name in FREE else str(value) == str(got.get(name))
        for name, value in want.approval.items()
    )


def _front(name: str, draft: Draft) -> object:
    return draft.municipality if name == "municipality" else getattr(draft.standard, name)


# ---- all of it


def marks(case: Case, recognition: Recognition | None) -> Marks:
    """Give marks to what became of a source; None where it could not be read."""
    drafts = recognition.drafts if recognition else ()
    status = recognition.account.status if recognition else "unread"
    faults = [] if status == "PASS" else [f"account {status}: {_unplaced(recognition)}"]
    want, got = wanted(case), found(drafts)
    figures = section_figures(want, got, faults)
    figures |= text_figures(case, want, got, faults)
    figures |= fact_figures(case, drafts, faults)
    figures |= front_figures(case, drafts, faults)
    figures["account"] = float(status == "PASS")
    return Marks({name: round(value, 3) for name, value in figures.items()}, tuple(faults))


def _unplaced(recognition: Recognition | None) -> str:
    if recognition is None:
        return ""
    return " ".join(("+" if each.extra else "-") + each.word for each in recognition.account.unplaced[:20])


def _precision(right: int, got: int, want: int) -> float:
    """Nothing at all is no perfect result where something was wanted."""
    return _ratio(right, got) if got or not want else 0.0


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

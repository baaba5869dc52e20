"""Contacts: addresses, telephone numbers, mailboxes, opening hours, and whose they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qstd.model.facts import ContactPoint, Evidence
from qstd.recognise.facts.addresses import Address, address, hours, mail, phone, ways_start
from qstd.recognise.facts.passages import Leaf, Passage, Source
from qstd.recognise.facts.patterns import either

Purpose = Literal["general", "application", "complaint"]
_I = re.IGNORECASE
_NAME_WORD = r"[A-ZÆØÅ][\w-]*"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:og|for|i|af|&)\s+{_NAME_WORD}|\s+{_NAME_WORD})*")
_REACHING = either(
    """
    henvend(e|er|else|elser)( (dig|sig|jer))?( direkte)? | kontakte?[rs]? | (an)?søges? (_ ){0,3}?(hos|ved|gennem|via)
    ansøgning(en|er)? (sendes|stiles|rettes|indsendes|afleveres) | ringe[r]?
    """
)
_REACH = re.compile(rf"(?i:{_REACHING})[^.;:A-ZÆØÅ§\d]{{0,60}}?(?<!\w)(?P<names>[A-ZÆØÅ][^.;:()]{{1,200}})")
_SPLIT = re.compile(r"\s*,?\s*(?:\b(?:eller|samt)\b|,)\s*")
_NOT_NAMES = frozenset(
    "Du Hvis Når Der Det Den De Vi I Her Man Ansøgning Ankestyrelsen Digital Borger NemID MitID Serviceloven Kommunen "
    "Er Har Vil Skal Kan Bliver Får Ønsker Ring Skriv Henvend Kontakt "
    "Telefon Tlf Mail E-mail E-Boks Lov Lovens Borgeren Ansøger".split()
)
_PURPOSES: dict[str, Purpose] = {
    "application": "application",
    "visitation": "application",
    "case_process": "application",
    "complaints": "complaint",
}
_TOWARD = re.compile(rf"\b(?:til|hos|ved|kontakte?|kontakt\s+til)\s+(?P<name>{_NAME.pattern})\s*\Z")
_OFFICE = re.compile(r"\b(?:til|hos|ved|kontakte?)\s+(?:den\s+|din\s+)?(?P<name>[a-zæøå]{5,}(?:en|et|erne))\s*\Z")
_LABEL = re.compile(
    r"(?:\b(?:e-?mail(?:adresse)?|mail|adresse|(?:kontakt)?telefon(?:nummer|tid)?|tlf|tel|mobil|åbningstid(?:er)?|træffes|træffetid|på|eller|og|kontakt|post)\b"
    r"\.?:?[\s,–-]*)+\Z",
    _I,
)
_HEADING = re.compile(
    r"\A(?:kontakt(?:oplysninger|information|\s+til|\s+og\s+åbningstider|e)?|henvendelse(?:\s+til)?|relevante\s+\w+|yderligere\s+\w+)\b[\s:?]*",
    _I,
)
_SOME_WAY = re.compile(r"\d{2}|@|\bkl\b|lukket")
_LONGEST_QUOTE = 600
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """The ways to reach somebody that a stretch of text holds."""

    address: Address | None
    phone: str
    mail: str
    hours: str

    @property
    def any(self) -> bool:
        return bool(self.address or self.phone or self.mail)


def propose(source: Source) -> Iterator[ContactPoint]:
    """Propose the contacts of a standard."""
    for passage in source.passages:
        if passage.topic in ("legal_basis", "about_standard", "doc_metadata"):
            continue
        named = []
        for each in _blocks(passage):
            named.append(each.name)
            yield each
        if passage.topic == "application":
            yield from (each for each in _reached(passage) if each.name not in named)


def reached(text: str) -> tuple[str, ...]:
    """Return whom one makes contact with: the names after "henvendelse til"."""
    for found in _REACH.finditer(text):
        if names := tuple(_listed(found["names"])):
            return tuple(dict.fromkeys(names))
    return ()


def _listed(words: str) -> Iterator[str]:
    several = re.search(r"\b(?:eller|samt)\b", words)
    for part in _SPLIT.split(words) if several else [words.split(",")[0]]:
        name = _NAME.match(part.strip())
        if not name or name[0].split()[0] in _NOT_NAMES:
            return
        yield name[0]
        if name.end() < len(part.strip()):
            return


def _reached(passage: Passage) -> Iterator[ContactPoint]:
    for sentence in passage.sentences:
        for name in () if sentence.law else reached(sentence.text):
            yield ContactPoint(
                kind="contact", name=name, purpose="application", evidence=sentence.evidence, proposed=True
            )


def _blocks(passage: Passage) -> Iterator[ContactPoint]:
    """Find the stretches of a section that hold a way to reach somebody: leaves one after the other belong together."""
    at = 0
    while at < len(passage.leaves):
        end = at + _begins(passage.leaves[at : at + 2])
        if end > at:
            while end < len(passage.leaves) and _goes_on(passage.leaves[at:end], passage.leaves[end]):
                end += 1
            if fact := _contact(passage, at, end):
                yield fact
        at = max(end, at + 1)


def _begins(leaves: Sequence[Leaf]) -> int:
    """Return how many leaves it takes to hold the first way to reach somebody: an address may stand in two."""
    if leaves[0].kind == "heading":
        return 0
    if _found(leaves[0].lines).any:
        return 1
    if len(leaves) < 2 or leaves[1].kind == "heading" or address(leaves[1].lines):
        return 0
    return 2 if address([*leaves[0].lines, *leaves[1].lines]) else 0


def _goes_on(before: Sequence[Leaf], leaf: Leaf) -> bool:
    """Tell whether a leaf adds a way to reach the one whom those before it are about."""
    if leaf.kind == "heading" or len(leaf.text) > 160:
        return False
    own, seen = _found(leaf.lines), _found([line for each in before for line in each.lines])
    doubled = (own.address and seen.address) or (own.mail and seen.mail) or (own.phone and seen.phone)
    return bool(own.any or own.hours) and not doubled


def _found(lines: Sequence[str]) -> _Found:
    text = " ".join(lines)
    if not _SOME_WAY.search(text):
        return _Found(None, "", "", "")
    return _Found(address(lines), phone(text), mail(text), hours(text))


def _contact(passage: Passage, at: int, end: int) -> ContactPoint | None:
    leaves = passage.leaves[at:end]
    lines = [line for leaf in leaves for line in leaf.lines]
    quote = " ".join(lines)
    if len(quote) > _LONGEST_QUOTE:
        quote = next((each.text for leaf in leaves for each in leaf.sentences if _found([each.text]).any), "")
        lines = [quote]
    found = _found(lines)
    name, above = _name(passage, at, lines)
    if not name or not found.any:
        return None
    return ContactPoint(
        kind="contact",
        name=name,
        purpose=_PURPOSES.get(passage.topic, "general"),
        address=found.address.text if found.address else None,
        phone=found.phone or None,
        mail=found.mail or None,
        hours=found.hours or None,
        evidence=Evidence(section=passage.key, quote=f"{above} {quote}".strip()),
        proposed=True,
    )


def _name(passage: Passage, at: int, lines: Sequence[str]) -> tuple[str, str]:
    """Return whose address it is, and the words above the quote that say so, empty where the quote itself does."""
    before = " ".join(lines)[: ways_start(lines)].strip()
    name = _before(before)
    if name:
        return name, ""
    if not at:
        return _HEADING.sub("", passage.heading).strip(" :?."), ""
    if named := reached(passage.leaves[at - 1].text):
        return named[-1], ""
    above = _above(passage.leaves[:at])
    if name := _HEADING.sub("", _ordered([each.text for each in above])).strip(" .:,"):
        return name, " ".join(each.text for each in above if each.kind == "paragraph")
    return _HEADING.sub("", passage.heading).strip(" :?.") if passage.topic == "contact" else "", ""


def _above(leaves: Sequence[Leaf]) -> Sequence[Leaf]:
    """Return the lines right above an address that are names: one heading, or one or two lines."""
    found: list[Leaf] = []
    for each in reversed(leaves[-2:]):
        if len(each.text) > _LONGEST_NAME or each.text.endswith((":", "?", ".")) or not each.text[:1].isupper():
            break
        if each.kind == "heading" and found:
            break
        found.insert(0, each)
        if each.kind == "heading":
            break
    return found


def _before(words: str) -> str:
    """Return the name in the words before an address: whom one should reach, or what stands there alone."""
    if named := reached(f"{words} "):
        return named[-1]
    last = re.split(r"(?<=[.!?:])\s+", _LABEL.sub("", words).rstrip(" ,:–-"))[-1]
    bare = last.strip(" ,:–-")
    if not bare or len(bare) > _LONGEST_NAME or not bare[:1].isupper():
        return ""
    if toward := _TOWARD.search(bare) or _OFFICE.search(bare):
        return toward["name"]
    if re.search(r"\b(?:er|kan|har|skal|på|træffes|via)\b", bare):
        subject = _NAME.match(bare)
        return subject[0] if subject and subject[0].split()[0] not in _NOT_NAMES else ""
    return _ordered([bare])


def _ordered(lines: Sequence[str]) -> str:
    """Return a name with its municipality last: "Borgerrådgiveren, Lejre Kommune"."""
    words = " ".join(lines)
    found = re.match(r"(?P<who>[A-ZÆØÅ][\w-]+(?:\s+[A-ZÆØÅ][\w-]+)?\s+Kommune)\b,?\s*(?P<unit>[^,]*)\Z", words)
    if found and found["unit"]:
        return f"{found['unit'].strip()}, {found['who']}"
    return words

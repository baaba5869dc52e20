"""Whose a standard is and for which service: said by the user, else by the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from qstd import catalogue
from qstd.present.slugs import slug

_PARAGRAPH = re.compile(r"(?:§§?|[Pp]aragraf)\s*(\d+)\s?([a-hA-H](?![a-zA-ZæøåÆØÅ]))?|(?<=[Ss]ervice )(\d{2,3})\b")
_ACTS = (
    ("sul", re.compile(r"\bsundhedslov|\bSUL\b", re.IGNORECASE)),
    ("ael", re.compile(r"\bældrelov|\bÆL\b|\blov om ældre|\bældreplejelov", re.IGNORECASE)),
    ("sel", re.compile(r"\bservicelov|\bSEL\b|\bSL\b|\bsocial service\b", re.IGNORECASE)),
)
_IN_ACT = re.compile(
    r"[^.§]{0,30}?\b(?:i|efter|af)\s+(?:lov(?:en)?\s+om\s+[\wæøå ]{3,30}|[\wæøåÆØÅ]+)|\s*,?\s*(?:SUL|SEL|SL|ÆL)\b"
)
_NEAR = 60
_LONGEST = 120
_HARDLY_MORE = 6
_NAME = re.compile(
    r"(?<![\w-])([A-ZÆØÅ]\w*(?:[- ][A-ZÆØÅ]\w*){0,3})\s{1,3}(?:[Kk]ommunes?|KOMMUNES?|[Bb]yråd|Regionskommune)\b"
)
_KIND = re.compile(
    r"^\W*(?:[\wæøåÆØÅ-]+ kommunes? )?(?:kvalitetsst?tandard(?:er)?|serviceniveau|servicebeskrivelse|ydelsesbeskrivelse)\W*"
    r"(?:\b(?:for|vedrørende|vedr|om|på|i|til)\b\W*)?",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"[\s,(–-]*(?:\b(?:jf|jfr|efter|i henhold til|ifølge)\b\.?\s*)?"
    r"(?:\b(?:lov om social service|serviceloven|servicelovens|sundhedsloven|sundhedslovens|SEL|SL|SUL|lov)\b\s*)?"
    r"§+.*\Z",
    re.IGNORECASE,
)


_LAW_LINE = re.compile(
    r"\W*(?:(?:jf|jfr|efter|i henhold til|ifølge|i|og|stk|nr|lov om social service|[Ll]ov|[\wæøå]*lov(?:en)?s?|SEL|SL|SUL|ÆL|"
    r"paragraf|\d+|[a-h])\b[\W§]*){1,14}",
    re.IGNORECASE,
)


def municipality(texts: Iterable[str]) -> str:
    """Return the slug of the municipality that the texts name most often, empty where they name none."""
    counts: dict[str, int] = {}
    for text in texts:
        for found in _NAME.finditer(text):
            key = _known_name(found[1])
            if key:
                counts[key] = counts.get(key, 0) + 1
    return max(counts, key=lambda key: counts[key], default="")


def is_sender(text: str) -> bool:
    """Tell whether a line begins with the name of a municipality and says nothing about what it gives."""
    found = _NAME.match(text)
    if not found or not _known_name(found[1]):
        return False
    rest = text[found.end() :].strip()
    apart = not rest or rest[0].isupper() or not rest[0].isalnum()
    return apart and not _PARAGRAPH.search(text) and not named(text)


def service(title: str, basis: str, text: str) -> tuple[str, bool]:
    """Return the key of the service and whether that is sure: the provision in the title, the service's name in the
    title, the first provision of the legal basis, else the name that the text has most often.
    """
    for words, sure in ((title, True), (basis, False)):
        cited = next(_cited(words), "")
        if cited:
            by_name = named(title)
            return cited, sure or not by_name or by_name == cited
    by_name = named(title)
    if by_name:
        return by_name, False
    return _most_named(text), False


def is_law(text: str) -> bool:
    """Tell whether a line says no more than a provision of the law."""
    return bool(len(text) <= _LONGEST and _PARAGRAPH.search(text) and _LAW_LINE.fullmatch(text))


def name(title: str, key: str) -> str:
    """Return a name for the file of a standard: its title without what it is and the law behind it."""
    short = _LAW.sub("", _KIND.sub("", title)).strip()
    short = short if any(each.isalpha() for each in short) else ""
    return slug(short)[:60].strip("-") or slug(title)[:60].strip("-") or key


def _known_name(name: str) -> str:
    names = _names()
    words = name.split(" ")
    for start in range(len(words)):
        if key := names.get(" ".join(words[start:]).casefold()):
            return key
    return ""


@cache
def _names() -> Mapping[str, str]:
    out: dict[str, str] = {}
    for each in catalogue.municipalities().values():
        for known in (each.name, each.display.removesuffix(" Kommune"), *each.variants):
            out.setdefault(known.casefold(), each.slug)
            out.setdefault(f"{known.casefold()}s", each.slug)
    return out


def _cited(text: str) -> Iterator[str]:
    """Yield the services whose provision is cited, in the order of the text."""
    keys = set(catalogue.service_keys())
    found = list(_PARAGRAPH.finditer(text))
    for at, each in enumerate(found):
        number = f"{each[1] or each[3]}{each[2] or ''}".lower()
        before = text[found[at - 1].end() if at else 0 : each.start()][-_NEAR:]
        after = text[each.end() : found[at + 1].start() if at + 1 < len(found) else None][:_NEAR]
        key = f"{_act(before, after, text[: each.start()])}-{number}"
        if key in keys:
            yield key
        elif key.startswith("ael-"):
            yield next((known for known in sorted(keys) if known.startswith("ael-")), key)


def _act(before: str, after: str, above: str) -> str:
    """Return the act of a provision: named right before it ("sundhedslovens § 140"), after it ("§ 140 i sundhedsloven")
    or last in what stands above it ("serviceloven §§ 83 og 86").
    """
    for text in (before, _IN_ACT.match(after)):
        words = text if isinstance(text, str) else text[0] if text else ""
        named_last = [(match.start(), act) for act, pattern in _ACTS for match in pattern.finditer(words)]
        if named_last:
            return max(named_last)[1]
    last = [(match.start(), act) for act, pattern in _ACTS for match in pattern.finditer(above)]
    return max(last)[1] if last else "sel"


def named(text: str) -> str:
    """Return the service whose name or term is the longest that stands in a text."""
    folded = text.casefold()
    best, key = "", ""
    for term, service in _terms():
        if len(term) > len(best) and term in folded:
            best, key = term, service
    return key


def is_service(text: str) -> bool:
    """Tell whether a text is the name of a service and hardly more."""
    folded = text.casefold()
    return any(term in folded and len(folded) - len(term) <= _HARDLY_MORE for term, _ in _terms())


def _most_named(text: str) -> str:
    folded = text.casefold()
    counts: dict[str, int] = {}
    for term, key in _terms():
        counts[key] = counts.get(key, 0) + folded.count(term)
    best = max(counts, key=lambda key: counts[key], default="")
    return best if best and counts[best] else ""


@cache
def _terms() -> tuple[tuple[str, str], ...]:
    out: list[tuple[str, str]] = []
    for key in catalogue.service_keys():
        known = catalogue.service(key)
        if known:
            out += [(term.casefold(), key) for term in (known.name["da"], *known.terms) if len(term) > 3]
    return tuple(out)

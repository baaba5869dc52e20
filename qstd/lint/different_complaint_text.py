"""X001 different_complaint_text (warning): the standards of one municipality say the same of how to complain.

Applies to standards in Danish with a time limit for complaints (where help is granted after an assessment), or with the
telephone number, mailbox or address of somebody to complain to. Values are compared, not wordings. Heads and managers are
left out: each service has its own. Of two standards the one whose title comes later tells.
Why: the rules for complaints are the same for all services; where two standards differ, one misleads. It comes from copying.
Source: practice of municipalities that keep the text in one place for all standards (Køge, Randers; seen).
How to mend: find out which is right, and put the text into `fragments:` in municipality.yaml, from where all standards take
it with `use:`.
Bad: "inden 4 uger" in one standard and "inden 6 uger" in another. Good: `use: klage` in both.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qstd.lint.rule import Around, Hit, Rule, is_visited
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import sections_of_topic
from qstd.lint.shared.reach import mails, phones
from qstd.lint.shared.siblings import earlier, noted, order
from qstd.lint.shared.values import lengths
from qstd.model.facts import ContactPoint
from qstd.model.finding import Message, Path, message
from qstd.model.standard import Standard

_OF_EACH_SERVICE = lazy(r"leder|ledelse|forstander|chef|visitation|leverandør", re.IGNORECASE)
_OMBUDSMAN = lazy(r"borgerrådgiver", re.IGNORECASE)
_LIMIT = lazy(r"\b(?:inden(?: for)?|senest|klagefristen(?: er| på)?|har|frist(?:en)?(?: på| er)?)\W+\Z", re.IGNORECASE)
_OF_CITIZEN = lazy(r"\bklag|\bankes?\b", re.IGNORECASE)
_OF_ANOTHER = lazy(
    r"patientklage|videresend|sender\b[^.]{0,60}\bvidere|\bkommunen (?:skal|har|sender|vurderer|behandler)|genvurder|svar",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    """What a standard says of one thing: the values by which it is compared, as it is written, and where."""

    values: frozenset[str]
    shown: str
    path: Path
    line: int = 0


_Thing = tuple[str, str]  # "phone" and whose; "limit" and nothing


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Lay what the standard says beside what those before it say."""
    for thing, told in _things(standard, around).items():
        differing = [each for each in earlier(standard, around) if _differ(told, _things(each, around).get(thing))]
        if differing:
            first = min(differing, key=order)
            other = _things(first, around)[thing].shown
            hint = message(
                "Find ud af, hvad der er rigtigt, og skriv teksten ét sted, under »fragments:« i municipality.yaml. "
                "Så kan begge hente den med »use:«."
            )
            yield Hit(told.path, _what(*thing, told.shown, other, first.title), hint, told.line)


def _differ(one: _Told, other: _Told | None) -> bool:
    return other is not None and not one.values & other.values


def _what(kind: str, name: str, own: str, other: str, title: str) -> Message:
    if kind == "limit":
        return message("Her er klagefristen {own}, men i »{title}« er den {other}.", own=own, other=other, title=title)
    what = {"phone": message("telefonnummeret"), "mail": message("e-mailadressen"), "address": message("adressen")}[
        kind
    ]
    return message(
        "Her er {what} til {name} {own}, men i »{title}« er det {other}.",
        what=what,
        name=name,
        own=own,
        other=other,
        title=title,
    )


@noted
def _things(standard: Standard, around: Around) -> dict[_Thing, _Told]:
    """Return what a standard says of complaints that can be compared; nothing where it is not in Danish."""
    if standard.language != "da":
        return {}
    found = dict(_contacts(standard))
    texts = [
        each for index in sections_of_topic(standard, "complaints") for each in of_section(standard, index, around)
    ]
    for thing, told in _ombudsman(texts):
        found.setdefault(thing, told)
    limits = list(_limits(texts)) if is_visited(standard) else []
    if len({each.values for each in limits}) == 1:
        found["limit", ""] = limits[0]
    return found


def _contacts(standard: Standard) -> Iterator[tuple[_Thing, _Told]]:
    for index, fact in of_kind(standard, ContactPoint):
        ombudsman = _OMBUDSMAN.search(fact.name)
        if ombudsman or (fact.purpose == "complaint" and not _OF_EACH_SERVICE.search(fact.name)):
            name = "borgerrådgiveren" if ombudsman else fact.name.casefold()
            for kind, value in (("phone", fact.phone), ("mail", fact.mail), ("address", fact.address)):
                if value:
                    yield (kind, name), _Told(frozenset((_plain(kind, value),)), value, ("facts", index, kind))


def _ombudsman(texts: list[Passage]) -> Iterator[tuple[_Thing, _Told]]:
    """Yield how the municipality's ombudsman is reached: of its kind there is one."""
    for each in texts:
        if each.kind != "heading" and (_OMBUDSMAN.search(each.text) or _OMBUDSMAN.search(each.lead)):
            for kind, values in (("phone", phones(each.text)), ("mail", mails(each.text))):
                if values:
                    plain = frozenset(_plain(kind, value) for value in values)
                    told = _Told(plain, values[0], ("sections", each.section, "body"), each.line)
                    yield (kind, "borgerrådgiveren"), told


def _limits(texts: list[Passage]) -> Iterator[_Told]:
    """Yield the time limits for the citizen's complaint."""
    for each in texts:
        if _OF_CITIZEN.search(f"{each.lead} {each.text}") and not _OF_ANOTHER.search(each.text):
            for length in lengths(each.text):
                if _LIMIT.search(each.text[max(length.start - 40, 0) : length.start]):
                    value = frozenset((str(length.days),))
                    shown = each.text[length.start : length.end]
                    yield _Told(value, shown, ("sections", each.section, "body"), each.line)


def _plain(kind: str, value: str) -> str:
    if kind == "phone":
        return "".join(each for each in value if each.isdigit())[-8:]
    return "".join(each for each in value.casefold() if each.isalnum() or each in "@.")


RULE = Rule(
    "X001", "warning", check, source=message("Kilde: Praksis. Klagereglerne er de samme for alle ydelser i en kommune.")
)

"""Acts in running text as the proposals of citations see them: one mention for each provision, and one for each name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qstd import catalogue
from qstd.citations import Citation, citations

_I = re.IGNORECASE
_NEAR = 60
_AND = r"(?:\s*,?\s+(?:og|samt|eller|og/eller)\s+|\s*,\s*)"
_STK = r"(?:stk\.?|stykke)\s*(?=\d)"
_NR = r"(?:nr\.?|nummer)\s*(?=\d)"
# What only says again that a list goes on: "stk. 1 og stk. 2", unless the second has numbers of its own.
_AGAIN = re.compile(
    rf"(?<=\d)(?P<join>{_AND})(?P<again>{_STK})(?!\d{{1,2}}\s*,?\s*{_NR})|(?<=\d)(?P<and>{_AND})(?P<nr>{_NR})", _I
)
_IN_LIST = re.compile(rf"(?:{_STK}|{_NR})[\d\s,]*(?:(?:og|samt|eller)\s+[\d\s,]*)*\Z", _I)
# "§ 112, jf. bekendtgørelse om ...": the order says more about it; the paragraph is none of its own.
_SEE_ORDER = re.compile(r"\bjf\.?(?=\s+(?:den\s+)?(?:\w*bekendtgørelse|vejledning|cirkulære))", _I)
_NEXT_STK = re.compile(
    rf"\A{_AND}{_STK}(?P<stk>\d{{1,2}})(?:\s*,?\s*{_NR}(?P<nr>\d{{1,2}}(?:(?:\s*,\s*|\s+(?:og|samt|eller)\s+)\d{{1,2}})*))?",
    _I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An act, or one provision of it, as it stands in a text. `named`: the text names the act itself; `instrument`: by
    its number. `act` is empty where it is none of the catalogue.
    """

    start: int
    act: str
    paragraph: str = ""
    stk: str = ""
    nr: str = ""
    litra: str = ""
    named: bool = False
    instrument: bool = False


def mentions(text: str, last: str) -> list[Mention]:
    """Find what a sentence cites. A bare "§ 85" belongs to the act named last, at first to `last`."""
    plain = _plain(text)
    found = [mention for each in citations(plain, last) if each.act for mention in _mentions(each, plain)]
    return sorted(found, key=lambda each: each.start)


def _plain(text: str) -> str:
    """Return a text of the same length in which a list of parts does not say again what it is a list of."""
    text = _SEE_ORDER.sub(_blank, text.replace("&", ","))
    out, at = "", 0
    for found in _AGAIN.finditer(text):
        name = "again" if found["again"] else "nr"
        before = _IN_LIST.search(f"{out[-_NEAR:]}{text[at : found.start()]}"[-_NEAR:])
        if before and before[0][:1].casefold() == found[name][:1].casefold():
            out += text[at : found.start(name)] + " " * len(found[name])
            at = found.end()
    return out + text[at:]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _mentions(each: Citation, text: str) -> Iterator[Mention]:
    if each.name_start >= 0:
        titled = catalogue.acts()[each.act].type in ("BEK", "VEJ")
        yield Mention(each.name_start, each.act, named=True, instrument=titled)
    if each.form == "series" or (each.form == "instrument" and each.number == str(catalogue.acts()[each.act].number)):
        yield Mention(each.start, each.act, named=True, instrument=True)
    after_name = each.name_end if each.name_start == each.start else each.start
    for one in each.provisions:
        yield Mention(after_name, each.act, one.paragraph, one.stk, one.nr, one.litra, each.named)
    if each.provisions and each.provisions[-1].stk:
        one = each.provisions[-1]
        last = Mention(after_name, each.act, one.paragraph, named=each.named)
        yield from (replace(last, stk=stk, nr=nr) for stk, nr in _further(text, each.end))


def _further(text: str, at: int) -> Iterator[tuple[str, str]]:
    """Yield the stykker and numbers that follow a provision: "stk. 1 og stk. 2, nr. 1 og 2"."""
    while found := _NEXT_STK.match(text[at : at + _NEAR]):
        for nr in re.findall(r"\d+", found["nr"] or "") or [""]:
            yield found["stk"], nr
        at += found.end()

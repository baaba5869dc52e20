"""Paragraphs as Danish law is cited: "§§ 83, 83 a og 86", "§ 85, stk. 2, nr. 3, litra b", "§§ 82 a+b", "§§101-101a"."""

import re
from collections.abc import Iterator

from qstd.citations.record import Provision

# Possessive throughout ("*+"): many spaces after a number must not be shared out in every possible way.
NUMBER = r"\d{1,4}(?!\d)(?:\s?[a-hA-H](?![\w]))?"
# What follows in a list may be no paragraph at all: "§ 97, 15 timer", "§ 85, 2. pkt.", "§ 99, 2630 Taastrup".
_NEXT = (
    r"\d{1,3}(?!\d)(?:\s?[a-hA-H](?![\w]))?"
    r"(?!\s*+(?:timer?|kr|år|dage?|hverdage|uger?|måned|minut|gange?|%|procent|pkt)\b|\.\s*+[a-zæøå\d])"
)
SIGN = r"(?:§{1,2}|[Pp]aragraf(?:ferne)?)\s*+"
_JOIN = r"(?:\s*+,\s*+(?:og\s++)?|\s++(?:og|samt|eller|til)\s++|\s*+[-–+/]\s*+)"
_LIST = rf"{NUMBER}(?:{_JOIN}{SIGN}{NUMBER}|{_JOIN}(?:{_NEXT}|[a-h](?!\w)))*"
_SUB = (
    rf"(?:\s*+,?+\s*+(?:stk\.?|stykke)\s*+(?P<stk>\d{{1,2}}(?:{_JOIN}\d{{1,2}}(?!\d|\.?\s*+(?:pkt|dage|uger|år)))*))?"
    rf"(?:\s*+,?+\s*+(?:nr\.?|nummer)\s*+(?P<nr>\d{{1,2}}(?:{_JOIN}\d{{1,2}}(?!\d))*))?"
    r"(?:\s*+,?+\s*+litra\s++(?P<litra>[a-h])\b)?"
    r"(?:\s*+,?+\s*+(?P<pkt>\d{1,2})\.\s*+pkt\b\.?)?"
)
PARAGRAPHS = re.compile(rf"{SIGN}(?P<list>{_LIST}){_SUB}")
LOST = re.compile(rf"\s++(?P<list>{_NEXT})(?:{_SUB})(?=\s*+(?:[.,;:)]|og\b|\Z|[A-ZÆØÅ]))(?!\s*+(?:år|timer|kr|dage))")
# "efter 83 a i lov om social service", right before the act; a chapter or a page is no paragraph.
LOST_BEFORE = re.compile(rf"(?<![\w§.,:/-])(?P<list>\d{{2,3}}(?:\s?[a-h])?){_SUB},?+\s++i\s++\Z", re.IGNORECASE)
NO_PARAGRAPH = re.compile(r"(?:§|\b(?:nr|kap|bind)\.?|\b(?:kapitel|afsnit|bilag|punkt|side))\s*\Z", re.IGNORECASE)
_ONE = re.compile(rf"(?P<dash>[-–]\s*|\btil\s+)?(?P<num>{NUMBER})|\b(?P<letter>[a-h])\b")
_WIDEST = 12  # "§§ 91-94" names each; of a longer range only the ends are sure to exist


def provisions(found: re.Match[str]) -> Iterator[Provision]:
    """Yield each provision of a match. Stykke, nummer and litra belong to the last paragraph of a list."""
    paragraphs = _expanded(found["list"])
    yield from (Provision(each) for each in paragraphs[:-1])
    for stk in _numbers(found["stk"]):
        for nr in _numbers(found["nr"]):
            yield Provision(paragraphs[-1], stk, nr, found["litra"] or "", found["pkt"] or "")


def _expanded(words: str) -> list[str]:
    found: list[str] = []
    for each in _ONE.finditer(words):
        if each["letter"] and found:
            found.append(f"{found[-1].split()[0]} {each['letter']}")
        elif each["num"]:
            number = re.sub(r"(\d)\s?([a-h])\Z", r"\1 \2", each["num"].casefold())
            if each["dash"] and found:
                found += _between(found[-1], number)
            found.append(number)
    return list(dict.fromkeys(found))


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 1 < int(last) - int(first) <= _WIDEST:
        return [str(each) for each in range(int(first) + 1, int(last))]
    return []


def _numbers(words: str | None) -> list[str]:
    return re.findall(r"\d+", words or "") or [""]

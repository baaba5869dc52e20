"""Page numbers, running heads and feet that a text file kept from the pages it was copied from."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from qstd.model.outline import Furniture, FurnitureKind, Spot
from qstd.readers import residue
from qstd.readers.text.lines import MOST, Line, begins_small, ends_sentence, is_numbered

_SIDE = re.compile(
    r"\W*(?:side|s\.|page)\s*\d{1,3}(?:\s*(?:af|of|/)\s*\d{1,3})?\W*\Z|\s*([-–—~])\s*\d{1,3}\s*\1\s*\Z", re.IGNORECASE
)
_OF = re.compile(r"\W*(\d{1,3})\s*(?:af|of|/)\s*(\d{1,3})\W*\Z")
_LONE = re.compile(r"[\s–-]*(\d{1,3})[\s–-]*\Z")
_WITH_SIDE = re.compile(r"\S.*\bside\s+\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?\s*\Z", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_LEADER = re.compile(r"\s*\S.{0,160}?(?:[.…·_]\s?){3,60}\s*\d{1,3}\s*\Z")
_TAB_LEADER = re.compile(r"\s*\S.{0,160}?\t\s*\d{1,3}\s*\Z")
_CONTENTS_TITLE = re.compile(r"\s*(?:indhold|indholdsfortegnelse|indholdsoversigt)\s*:?\s*\Z", re.IGNORECASE)
_TITLE = "kvalitetsstandard"
_EDGE = 3  # lines at the top and the bottom of a page that may be a running head or foot
_LEAST_APART = 15

Kinds = dict[int, FurnitureKind]
"""What kind of furniture the lines are, by their index."""


def separated(found: Sequence[Line]) -> tuple[list[Line], tuple[Furniture, ...], frozenset[int]]:
    """The lines of the text, the furniture, and the numbers of the lines behind which furniture was taken out."""
    kinds: Kinds = {}
    shown = [index for index, line in enumerate(found) if not line.empty]
    kinds.update(_contents(found, shown))
    kinds.update(_page_numbers(found, [index for index in shown if index not in kinds]))
    kinds.update(_running(found, [index for index in shown if index not in kinds], kinds))
    _keep_title(found, kinds)
    kept = [line for index, line in enumerate(found) if index not in kinds]
    taken = tuple(
        Furniture(
            kinds[index],
            residue.stripped(found[index].text).strip(),
            Spot(page=found[index].page, line=found[index].number),
        )
        for index in sorted(kinds)
    )
    gaps = (index - 1 for index in kinds if index and kinds[index] != "contents")
    return kept, taken, frozenset(found[index].number for index in _back_to_text(found, gaps, kinds))


def _keep_title(found: Sequence[Line], kinds: Kinds) -> None:
    """Where the title of the standard is only there as the running head of the pages, its first place is the title."""
    for index in sorted(kinds):
        alike = _alike(found[index])
        if kinds[index] in {"header", "footer"} and _TITLE in alike and not _WITH_SIDE.match(found[index].text):
            rest = (_alike(line) for at, line in enumerate(found[: index + 60]) if at not in kinds)
            if not any(_TITLE in each for each in rest):
                del kinds[index]
            return


def _back_to_text(found: Sequence[Line], gaps: Iterator[int], kinds: Mapping[int, FurnitureKind]) -> Iterator[int]:
    """The last line of the text before each gap."""
    for gap in gaps:
        index = gap
        while index > 0 and (index in kinds or found[index].empty) and gap - index < 2 * _EDGE + 4:
            index -= 1
        yield index


def _contents(found: Sequence[Line], shown: Sequence[int]) -> Kinds:
    """The entries of a table of contents, three or more in a row, and its title. Without its title, only dots that lead
    to page numbers make one: a number behind a tab may be a price.
    """
    titles = [at for at, index in enumerate(shown) if _CONTENTS_TITLE.match(found[index].text)]
    kinds: Kinds = {}
    for at in titles:
        entries = _entries(found, shown[at + 1 :], with_tabs=True)
        if len(entries) >= 2:
            kinds.update(dict.fromkeys([shown[at], *entries], "contents"))
    for is_entry, group in groupby(shown, lambda index: _is_contents_entry(found[index].text, with_tabs=False)):
        entries = list(group)
        if is_entry and len(entries) >= 3:
            kinds.update(dict.fromkeys(entries, "contents"))
    return kinds


def _entries(found: Sequence[Line], shown: Sequence[int], with_tabs: bool) -> list[int]:
    return list(takewhile(lambda index: _is_contents_entry(found[index].text, with_tabs), shown))


def _is_contents_entry(text: str, with_tabs: bool) -> bool:
    if len(text) > MOST or not text[-1:].isdigit():
        return False
    return _LEADER.match(text) is not None or (with_tabs and _TAB_LEADER.match(text) is not None)


def _page_numbers(found: Sequence[Line], shown: Sequence[int]) -> Kinds:
    kinds: Kinds = {}
    lone: list[tuple[int, int]] = []
    for index in shown:
        text = found[index].text
        if len(text) > 40:
            continue
        if _SIDE.match(text):
            kinds[index] = "page_number"
        elif match := _OF.match(text) or _LONE.match(text):
            lone.append((index, int(match[1])))
    kinds.update(dict.fromkeys(_rising(found, lone), "page_number"))
    return kinds


def _rising(found: Sequence[Line], lone: Sequence[tuple[int, int]]) -> list[int]:
    """The lines of nothing but a number that count the pages: each one more than the last, far apart, and not where they
    could count headings.
    """
    best: list[int] = []
    for start in range(min(len(lone), 12)):
        chain = [lone[start]]
        for index, number in lone[start + 1 :]:
            if number == chain[-1][1] + 1 and index - chain[-1][0] >= 2:
                chain.append((index, number))
        if len(chain) > len(best):
            best = [index for index, _ in chain]
    if any(_at_page_end(found, index) or (len(best) > 1 and _tears(found, index)) for index in best):
        return best
    counts_headings = sum(_before_heading(found, index) for index in best)
    return best if len(best) >= 2 and 2 * counts_headings < len(best) else []


def _at_page_end(found: Sequence[Line], index: int) -> bool:
    page = found[index].page
    return page > 0 and (_next(found, index) is None or found[_next(found, index) or 0].page > page)


def _before_heading(found: Sequence[Line], index: int) -> bool:
    """Whether a number may belong to the line below: that begins like a heading and no sentence is torn in between."""
    after, before = _next(found, index), _next(found, index, -1)
    if after is None or (before is not None and not ends_sentence(found[before].text)):
        return False
    text = found[after].text
    return len(text) <= 60 and not begins_small(text) and not is_numbered(text)


def _next(found: Sequence[Line], index: int, step: int = 1) -> int | None:
    """The next line with something in it."""
    index += step
    while 0 <= index < len(found):
        if not found[index].empty:
            return index
        index += step
    return None


def _running(found: Sequence[Line], shown: Sequence[int], known: Mapping[int, FurnitureKind]) -> Kinds:
    """Running heads and feet: the same words at the edges of pages, or next to page numbers, or torn into sentences."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index in shown:
        pages[found[index].page].append(index)
    if len(pages) > 1:
        return _at_edges(found, pages)
    kinds: Kinds = {index: "footer" for index in shown if _is_foot_with_number(found[index].text)}
    if len(kinds) < 2:
        kinds = {}
    kinds.update(_beside_numbers(found, shown, [*known, *kinds]))
    kinds.update(_inside_sentences(found, [index for index in shown if index not in kinds]))
    return kinds


def _is_foot_with_number(text: str) -> bool:
    return len(text) <= 160 and _WITH_SIDE.match(text) is not None


def _alike(line: Line) -> str:
    """What a running head has in common with that of the next page; empty for what is none."""
    if "|" in line.text or "\t" in line.text or not _LETTER.search(residue.stripped(line.text)):
        return ""
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold()


def _at_edges(found: Sequence[Line], pages: Mapping[int, Sequence[int]]) -> Kinds:
    """What stands at the top or the bottom of at least half of the pages, with nothing else above or below it."""
    heads = [own[:_EDGE] for own in pages.values()]
    feet = [list(reversed(own[max(_EDGE, len(own) - _EDGE) :])) for own in pages.values()]
    return {
        **dict.fromkeys(_repeated(found, heads), "header"),
        **dict.fromkeys(_repeated(found, feet), "footer"),
    }


def _repeated(found: Sequence[Line], edges: Sequence[Sequence[int]]) -> Iterator[int]:
    counts = Counter(_alike(found[index]) for index in {index for own in edges for index in own})
    enough = max(2, (len(edges) + 1) // 2)
    for own in edges:
        yield from takewhile(lambda index: _alike(found[index]) and counts[_alike(found[index])] >= enough, own)


def _beside_numbers(found: Sequence[Line], shown: Sequence[int], numbers: Sequence[int]) -> Kinds:
    """Lines that stand next to page numbers or at the ends of the file, with the same words at two or more such places."""
    allowed, near = set(shown), _EDGE - 1
    heads = [shown[:near], *(list(_neighbours(found, number, 1)) for number in numbers)]
    feet = [list(reversed(shown[-near:])), *(list(_neighbours(found, number, -1)) for number in numbers)]
    return {
        **{index: "footer" for index in _repeated(found, feet) if index in allowed},
        **{index: "header" for index in _repeated(found, heads) if index in allowed},
    }


def _neighbours(found: Sequence[Line], index: int, step: int) -> Iterator[int]:
    at: int | None = index
    for _ in range(_EDGE - 1):
        at = _next(found, at, step) if at is not None else None
        if at is not None:
            yield at


def _inside_sentences(found: Sequence[Line], shown: Sequence[int]) -> Kinds:
    """The same three words or more, three times or more, far apart and at even distances, and in the middle of a sentence
    at least once.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index in shown:
        if len(found[index].text) <= 120:
            places[_alike(found[index])].append(index)
    return {
        index: "header"
        for alike, own in places.items()
        if len(own) >= 3 and len(alike.split()) >= 3 and _even(own) and any(_tears(found, index) for index in own)
        for index in own
    }


def _even(places: Sequence[int]) -> bool:
    apart = [after - before for before, after in pairwise(places)]
    return min(apart) >= _LEAST_APART and max(apart) <= 1.3 * min(apart)


def _tears(found: Sequence[Line], index: int) -> bool:
    before, after = _next(found, index, -1), _next(found, index)
    if before is None or after is None:
        return False
    return not ends_sentence(found[before].text) and begins_small(found[after].text)

"""Lines to paragraphs: which lines belong together, and which may be headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from qstd.model.outline import Block, Para, Reason, Run, Spot
from qstd.readers import residue
from qstd.readers.text.lines import (
    Line,
    begins_entry,
    begins_small,
    ends_sentence,
    has_sign,
    is_capitals,
    is_numbered,
    is_rule,
    is_short,
)

_TORN_WORD = re.compile(r"[^\W\d_][-‐‑\u00ad¬]\Z")
_ONLY_SIGN = re.compile(r"[^\w\s(]\Z|o\Z")
_DASH_NUMBER = re.compile(r"[-–]\s+\d")
_NUMBER_IN_SENTENCE = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+[a-zæøå]")
_DASH = re.compile(r"[-–—]\s+[a-zæøå]")
_ATX = re.compile(r"(#{1,6})\s+(\S.*?)[\s#]*\Z")
_BOLD = re.compile(r"(?:\*\*(?=\S)([^*]+)\*\*|__(?=\S)([^_]+)__)\s*[:.]?\s*\Z")
_FULL = 0.85
_FULLEST = 0.93
_HALF = 0.5
_LONG = 45  # a line of this length may go on in the next, where nothing says how wide lines are
_WIDEST = 140  # a longer line was not cut to fit a page


@dataclass
class _Group:
    """Lines of one paragraph; `level` where it is underlined like a heading."""

    lines: list[Line] = field(default_factory=list)
    level: int = 0


def prose(found: Sequence[Line], wide: int, gaps: frozenset[int]) -> Iterator[Block]:
    """The paragraphs of some lines without tables. `wide` is how many characters a full line has, 0 where lines were not
    cut; `gaps` are the numbers of the lines behind which page furniture was taken out.
    """
    for group in _groups(found, wide, gaps):
        yield from _paras(group)


def _groups(found: Sequence[Line], wide: int, gaps: frozenset[int]) -> Iterator[_Group]:
    group, empty = _Group(), False
    for line in found:
        if line.empty:
            empty = True
        elif is_rule(line.text):
            if len(group.lines) == 1 and not empty:
                group.level = _underlined(group.lines[0].text, line.text)
            empty = True
        else:
            if group.lines and not _belongs(group, line, wide, empty, gaps):
                yield group
                group = _Group()
            group.lines.append(line)
            empty = False
    if group.lines:
        yield group


def _underlined(text: str, rule: str) -> int:
    drawn = rule.strip()
    if drawn[0] not in "=-" or not is_short(text) or 2 * len(drawn) < len(text.strip()):
        return 0
    return 1 if drawn[0] == "=" else 2


def _belongs(group: _Group, line: Line, wide: int, empty: bool, gaps: frozenset[int]) -> bool:
    last = group.lines[-1]
    if group.level:
        return False
    if last.number in gaps or last.page != line.page:
        return _torn(last.text, line.text)
    return not empty and _goes_on(group, line, wide)


def _torn(last: str, text: str) -> bool:
    """Whether a sentence is torn between two lines, whatever stood between them."""
    if not begins_small(text) or begins_entry(text):
        return False
    return _TORN_WORD.search(last) is not None or not (ends_sentence(last) or is_capitals(last))


def _goes_on(group: _Group, line: Line, wide: int) -> bool:
    """Whether a paragraph goes on in the line that stands right below it."""
    last, text = group.lines[-1].text, line.text.strip()
    if _ONLY_SIGN.match(last.strip()):
        return True
    if begins_entry(text) or is_numbered(text):
        return _only_looks_like_entry(group, text, wide)
    if text.startswith("#") or is_capitals(last.strip()) != is_capitals(text):
        return False
    if _TORN_WORD.search(last) and begins_small(text):
        return True
    if (hangs := _hangs(group, line, wide)) is not None:
        return hangs
    if not wide or len(last) > _WIDEST:
        return begins_small(text) and not ends_sentence(last) and len(last) >= _LONG
    if begins_small(text):
        return len(last) >= _HALF * wide and (not ends_sentence(last) or _is_full(last, text, wide))
    return _is_full(last, text, wide) and not (last.endswith("?") and is_numbered(last))


def _is_full(last: str, text: str, wide: int) -> bool:
    """Whether the next word found no place in the line before. A line with the end of a sentence must be the fuller for
    it, as it may be the last of its paragraph.
    """
    enough = _FULLEST if ends_sentence(last) else _FULL
    return len(last) + 1 + len(text.split(None, 1)[0]) > enough * wide


def _only_looks_like_entry(group: _Group, text: str, wide: int) -> bool:
    """Whether a full line goes on with "5. oktober" or with a dash."""
    first, last = group.lines[0].text, group.lines[-1].text
    if has_sign(text) or ends_sentence(last) or len(last) < max(_LONG, _HALF * wide):
        return False
    if _DASH_NUMBER.match(text):
        return last[-1].isdigit()
    if _NUMBER_IN_SENTENCE.match(text):
        return not begins_entry(first)
    return _DASH.match(text) is not None and not begins_entry(first) and _is_full(last, text, wide)


def _hangs(group: _Group, line: Line, wide: int) -> bool | None:
    """What the indent says about an entry of a list: the lines below its sign begin below its text."""
    first, last = group.lines[0], group.lines[-1]
    if not begins_entry(first.text) or ends_sentence(last.text):
        return None
    if not begins_small(line.text) and len(last.text) < max(_LONG, _HALF * wide):
        return None
    if _indent(line.text) > _indent(first.text) + 1:
        return True
    return False if len(group.lines) > 1 and _indent(line.text) < _indent(last.text) else None


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _paras(group: _Group) -> Iterator[Para]:
    first = group.lines[0]
    spot = Spot(page=first.page, line=first.number)
    text = _joined(group.lines)
    level, reasons = group.level, list(_reasons(group, text))
    if atx := _ATX.fullmatch(text) if len(group.lines) == 1 else None:
        level, text = len(atx[1]), atx[2]
        reasons.insert(0, "style")
    if _BOLD.match(text) and "\n" not in text:
        yield Para((Run(text.replace("**", "").replace("__", ""), strong=True),), spot, level, ("bold", *reasons))
        return
    for index, para in enumerate(residue.paragraphs(text, spot)):
        if index or not reasons:
            yield para
        else:
            yield replace(para, level=para.level or level, reasons=tuple(dict.fromkeys((*para.reasons, *reasons))))


def _joined(lines: Sequence[Line]) -> str:
    result = ""
    for line in lines:
        text = " ".join(line.text.strip().split("\t"))
        alone = _ONLY_SIGN.match(result)
        result += (" " if alone else "\n" if result else "") + text
    return result


def _reasons(group: _Group, text: str) -> Iterator[Reason]:
    if group.level:
        yield "underline"
    if len(group.lines) > 2 or not is_short(text):
        return
    if is_capitals(text):
        yield "caps"
    if is_numbered(text):
        yield "numbered"

"""Who changed what and when: the last walk over the text of a Word file with tracked changes.

The changes come as bare tags. What LibreOffice makes of them decides whose they are and when: it puts neighbouring
changes of one person and time together, and words that go here and come there it takes for moved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count, cycle

_TAG = re.compile(
    "<w:(?P<change>ins|del)(?P<mark>/?)>|<w:p>|(?P<ended></w:ins>(?:</w:hyperlink>|<w:bookmarkEnd [^>]*>)*</w:p>)"
)
_PARAGRAPH = re.compile("<w:p>(?:<w:pPr>.*?</w:pPr>)?(?P<words>.*?)</w:p>")
_PIECE = re.compile(
    "<w:(?P<open>ins|del)>|</w:(?P<close>ins|del)>|<w:(?:t|delText) [^>]*>(?P<text>[^<]*)|<w:(?:br|tab)/>"
)
_SHORTEST_MOVE = 12  # bytes in UTF-16, in words that are part of a paragraph: so LibreOffice has it


@dataclass(slots=True)
class _Stretch:
    """Words of one paragraph that follow each other and are all old, all new, or all in both versions; `tags` is where
    their changes begin in the text.
    """

    change: str
    runs: list[str]
    tags: list[int]

    def names(self, alone: bool) -> set[tuple[str, str]]:
        """Return by what the words are known again: any that are a whole paragraph, others if they are more than one or
        two. LibreOffice compares them at each run that it reads.
        """
        beginnings = [words.strip(" ") for words in accumulate(self.runs)]
        names = {
            ("words", words)
            for words in beginnings
            if " " in words and len(words.encode("utf-16-le")) >= _SHORTEST_MOVE
        }
        return names | {("paragraph", beginnings[-1])} if alone else names


def stamped(xml: str, author: str, mover: str, day: str, taken: int) -> str:
    """Return the text with neighbouring changes made one, and each with a number above `taken`, who and when. Words that
    are gone elsewhere are by the `mover`: taken for moved, they would leave their list or heading to the text after them.
    """
    xml = xml.replace("</w:ins><w:ins>", "").replace("</w:del><w:del>", "")
    moved = set(_moved(xml))
    numbers = count(taken + 1)
    hours = cycle(("00", "12"))
    hour, new_end = next(hours), False

    def stamp(found: re.Match[str]) -> str:
        nonlocal hour, new_end
        if change := found["change"]:
            new_end = new_end or (change == "ins" and bool(found["mark"]))
            who = mover if found.start() in moved else author
            when = f'w:author="{who}" w:date="{day}T{hour}:00:00Z"'
            return f'<w:{change} w:id="{next(numbers)}" {when}{found["mark"]}>'
        if found["ended"] and not new_end:
            # New words at the end of a paragraph and at the beginning of the next, of one time, would be one change with
            # the old end between them.
            hour = next(hours)
        new_end = False
        return found[0]

    return _TAG.sub(stamp, xml)


def _moved(xml: str) -> Iterator[int]:
    """Return where changes begin that bring words which have gone elsewhere."""
    gone: set[tuple[str, str]] = set()
    new: list[tuple[set[tuple[str, str]], list[int]]] = []
    for paragraph in _PARAGRAPH.finditer(xml):
        stretches = _stretches(xml, *paragraph.span("words"))
        # A cell's first paragraph does not run on from others: there a figure is no move.
        alone = len(stretches) == 1 and not xml.endswith("</w:tcPr>", 0, paragraph.start())
        mark = xml.find("<w:ins/>", paragraph.start(), paragraph.start("words"))
        for each in stretches:
            if each.change == "del":
                gone |= each.names(alone)
            elif each.change == "ins":
                new.append((each.names(alone), [mark, *each.tags]))
    for names, tags in new:
        if names & gone:
            yield from tags


def _stretches(xml: str, start: int, end: int) -> list[_Stretch]:
    made: list[_Stretch] = []
    change, tags = "", list[int]()
    for found in _PIECE.finditer(xml, start, end):
        if found["open"]:
            change = found["open"]
            tags.append(found.start())
        elif found["close"]:
            change = ""
        elif made and made[-1].change == change:
            made[-1].runs.append(found["text"] or " ")
            made[-1].tags += tags
            tags = []
        else:
            made.append(_Stretch(change, [found["text"] or " "], tags))
            tags = []
    return made

"""A003 long_sentence (info): a sentence has at most 30 words.

Applies to sentences and entries of lists written to citizens, in Danish. The five longest are named.
Why: who reads must keep the beginning in mind until the end. Over 30 words most readers must begin again.
Source: plain-language practice; the limit is ours.
How to mend: divide it, and let each sentence say one thing. An enumeration is easier to read as a list.
Bad: one sentence that says who can apply, how, by when and what happens then. Good: four sentences.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.readable import for_citizens, hit_at
from qstd.lint.shared.wording import short
from qstd.model.finding import Message, message
from qstd.model.standard import Standard
from qstd.prose.readability import size

LONGEST = 30
_NAMED = 5
_ENUMERATES = 5
_JOINTS = lazy(r"[,;•]|\bsamt\b")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Find the longest sentences."""
    prose = for_citizens(standard, around)
    counted = [(size(each.text)[0], index) for index, each in enumerate(prose) if _may_be_long(each)]
    longest = sorted(counted, key=lambda each: (-each[0], each[1]))[:_NAMED]
    for count, index in sorted(longest, key=lambda each: each[1]):
        if count > LONGEST:
            text = prose[index].text
            what = message("Sætningen er på {count} ord: »{quote}«", count=count, quote=short(text))
            yield hit_at(prose[index], what, _hint(text))


def _may_be_long(sentence: Passage) -> bool:
    """Tell without counting: few sentences are long, and words are parted by spaces."""
    text = sentence.text
    return len(text) > LONGEST and text.count(" ") * 2 >= LONGEST and sentence.kind in ("paragraph", "item")


def _hint(text: str) -> Message:
    if len(_JOINTS.findall(text)) >= _ENUMERATES:
        return message("En opremsning er lettere at læse som en liste med punkter. Højst {most} ord.", most=LONGEST)
    return message("Del den i to eller tre, og lad hver sætning sige én ting. Højst {most} ord.", most=LONGEST)


RULE = Rule("A003", "info", check, source=message("Kilde: gængse råd om klart sprog. Grænsen er vores egen."))

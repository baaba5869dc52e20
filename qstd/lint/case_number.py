"""M010 case_number (info): the details of the document hold its case number or its KLE number.

Applies to sections with details of the document (author, version, date), where there are any.
Why: the number leads from the standard to the case in which it was decided on, and to the one that follows.
Source: practice; municipalities with such a section mostly give a case or journal number in it.
How to mend: add the number of the case, and the KLE number of the subject.
Bad: "Udarbejdet af Sundhed og Ældre, version 3". Good: "Sagsnr. 27.36.00-P23-1-21, version 3".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import has_text, sections_of_topic
from qstd.model.finding import message
from qstd.model.standard import Standard

_NUMBER = lazy(
    r"\b\d{2}\.\d{2}\.\d{2}\b(?!\d)|\bKLE\b|\bsags?-?\s?(?:id|nr|nummer)|\bjournal\s?-?(?:nr|nummer)|\bj\.\s?nr|\bdok(?:ument)?\.?-?\s?(?:id|nr|nummer)"
    r"|\b\d{2,4}[/-]\d{4,8}\b",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a number in the details of the document."""
    own = [each for each in sections_of_topic(standard, "doc_metadata") if has_text(standard, each, around)]
    sections = around.effective(standard).sections
    if own and not any(_NUMBER.search(f"{sections[each].heading} {sections[each].body}") for each in own):
        what = message("Dokumentoplysningerne har intet sagsnummer.")
        hint = message("Skriv nummeret på den sag, hvor standarden blev besluttet, og gerne KLE-nummeret.")
        yield Hit(("sections", own[0], "body"), what, hint)


RULE = Rule("M010", "info", check, source=message("Kilde: Praksis i kommunerne."))

"""What opens an entry of a list: a bullet, a dash, a number or a letter, standing before its text."""

import re

from qstd.readers.pdf.shapes import Line, Word

BULLETS = frozenset("•‣▪▫■□○●◦∙⁃◆◇❖✓✔✗➢➤➔→►▶»›·*§") - {"§"}
DASHES = frozenset("-–—‐‑−")
LETTERED = re.compile(r"(?:\d{1,2}|[a-zæøåA-ZÆØÅ]|[ivx]{2,4})[.)]|\(?(?:\d{1,2}|[a-zæøå])\)")
OUTLINE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\d{1,2}\.?)")
ENDS = re.compile(r"[.:;?!…][\"'”’»)\]]*$|[)\]”»]$")


def is_bullet(character: str) -> bool:
    """Whether a character is drawn before the entries of a list; symbol fonts keep theirs where no letters are."""
    return character in BULLETS or "\ue000" <= character <= "\uf8ff"


def opens(line: Line) -> str:
    """Give the kind of mark that a line opens with: "bullet", "dash", "number", "outline", or nothing."""
    first = line.words[0]
    if is_bullet(first.text[0]):
        return "bullet"
    if len(line.words) == 1:
        return ""
    if first.text in DASHES:
        return "dash"
    if first.text == "o" and _apart(first, line.words[1]):
        return "bullet"
    if LETTERED.fullmatch(first.text):
        return "number"
    return "outline" if OUTLINE.fullmatch(first.text) and line.words[1].text[0].isupper() else ""


def _apart(one: Word, other: Word) -> bool:
    return other.x0 - one.x1 > 0.5 * one.size


def text_starts(line: Line) -> float:
    """Say where the text after the mark begins."""
    return line.words[1].x0 if len(line.words) > 1 else line.x0


def is_mark(text: str) -> bool:
    """Whether words are a mark and nothing else."""
    return (len(text) == 1 and (is_bullet(text) or text in DASHES or text == "o")) or bool(
        LETTERED.fullmatch(text) or OUTLINE.fullmatch(text)
    )


def ends_sentence(text: str) -> bool:
    """Whether a line's text ends as a sentence or an entry does."""
    return bool(ENDS.search(text))


def begins_low(text: str) -> bool:
    """Whether words begin with a small letter: they go on with something."""
    return text[:1].islower()


def hyphenated(text: str) -> bool:
    """Whether a line ends in the middle of a word."""
    return len(text) > 1 and text[-1] in "-‐\u00ad" and text[-2].isalnum()


def opens_words(text: str) -> bool:
    """Whether words begin with a number or letter as an outline has it."""
    first, _, rest = text.partition(" ")
    return rest[:1].isupper() and bool(LETTERED.fullmatch(first) or OUTLINE.fullmatch(first))

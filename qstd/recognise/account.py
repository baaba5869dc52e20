"""The account: what became of every word of a source.

It is drawn up from the finished standards as they will be written and from the words that a second way through the
source found; it asks nobody how the standards were made. Two ways of writing the same letters, torn or run together,
are one; everything else that stands on one side only is shown.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qstd import prose
from qstd.model.document import Blocks, Items, Note, Table
from qstd.model.draft import Account, Joint, Split, Tally, Unplaced
from qstd.model.outline import NOWHERE, Furniture, Outline, Spot, paragraphs
from qstd.model.standard import StandardFile
from qstd.recognise import figures
from qstd.recognise.words import from_file, one_line, words

Units = Counter[str]
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Result:
    """All texts of the standards, the numbers of their list entries, and how many entries have a bullet. `quoted` are
    approvals whose words stand in another text or in the margin; the source may still have said them once more.
    """

    texts: tuple[str, ...]
    quoted: tuple[str, ...]
    marks: tuple[str, ...]
    bullets: int


@dataclass(frozen=True, slots=True)
class _Balance:
    tally: Tally
    missing: Units
    extra: Units
    pairs: tuple[tuple[str, ...], ...]


def balance(
    outline: Outline, standards: Sequence[StandardFile], furniture: Sequence[Furniture], joints: Sequence[Joint]
) -> Account:
    """Draw up the account of a source: `furniture` is what stands apart from the text, by the reader and later steps."""
    apart = [each.text for each in furniture]
    result = _result(standards, apart)
    kinds = _kinds(furniture)
    if outline.plain is None:
        return Account("NOT_CHECKED", Tally(), Tally(), joints=tuple(joints), furniture=kinds)
    made = [*_made(outline), *_named(standards, outline)]
    by_word = _balanced(outline.plain, result, apart, made, words)
    by_number = _balanced(outline.plain, result, apart, made, figures.figures)
    places = _Places(outline)
    splits = tuple(_splits(by_word.pairs, joints, places))
    torn = figures.torn(outline.plain, (*result.texts, *result.quoted, *apart))
    numbers = _with_torn(by_number.tally, torn)
    if not (by_word.missing or by_word.extra or numbers.unplaced or numbers.extra):
        return Account("PASS", by_word.tally, numbers, joints=tuple(joints), furniture=kinds, splits=splits)
    odd = (*_unplaced(by_word, places), *_unplaced_numbers(by_number, by_word, torn, places))
    return Account("FAIL", by_word.tally, numbers, odd, tuple(joints), kinds, splits)


def _splits(pairs: Iterable[tuple[str, ...]], joints: Sequence[Joint], places: "_Places") -> Iterator[Split]:
    """Yield the words that were torn apart or run together, save those that a hyphen at the end of a line explains."""
    hyphens = {("".join(words(joint.left)), "".join(words(joint.right))) for joint in joints}
    for parts in pairs:
        if parts[:2] not in hyphens:
            yield Split(parts[0], " ".join(parts[1:]), places.spot(parts[0], "".join(parts)))


def _result(standards: Sequence[StandardFile], apart: Sequence[str]) -> Result:
    texts: list[str] = []
    quoted: list[str] = []
    marks: list[str] = []
    bullets = 0
    for standard in standards:
        texts.append(standard.title)
        for section in standard.sections:
            texts += [section.number or "", section.heading, prose.text(section.body)]
            for mark in _marks(prose.blocks(section.body)):
                marks += [mark] if mark else []
                bullets += not mark
    around = " ".join(words(" ".join((*texts, *apart))))
    for standard in standards:
        words_of_approval = (standard.approval.text if standard.approval else None) or ""
        said = " ".join(words(words_of_approval))
        if f" {said} " in f" {around} ":
            quoted.append(words_of_approval)
        else:
            texts.append(words_of_approval)
            around = f"{around} {said}"
    return Result(tuple(texts), tuple(quoted), tuple(marks), bullets)


def _marks(blocks: Blocks) -> Iterator[str]:
    """Yield the number of each entry of the lists, empty for a bullet."""
    for block in blocks:
        if isinstance(block, Items):
            for index, item in enumerate(block.items):
                yield str(block.start + index) if block.kind == "ordered" else ""
                yield from _marks(item.blocks)
        elif isinstance(block, Note):
            yield from _marks(block.blocks)
        elif isinstance(block, Table):
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    yield from _marks(cell.blocks)


def _kinds(furniture: Iterable[Furniture]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for each in furniture:
        counts[each.kind] += len(words(each.text))
    return tuple(sorted(counts.items()))


def _made(outline: Outline) -> Iterator[str]:
    """Yield what the source shows but does not hold as text."""
    for para in paragraphs(outline.blocks):
        if para.made:
            yield para.marker
        yield from (run.text for run in para.runs if run.made)


def _named(standards: Sequence[StandardFile], outline: Outline) -> Iterator[str]:
    """Yield the titles that were taken from the properties or the name of the file."""
    titles = {each.title for each in standards}
    yield from titles & {one_line(outline.title), from_file(outline.file)}


def _balanced(
    plain: str, result: Result, apart: Sequence[str], made: Sequence[str], units: "figures.Units"
) -> _Balance:
    source = Counter(units(plain))
    firm = _count((*result.texts, *result.marks), units)
    beside = _count(apart, units)
    missing = source - (firm + beside)
    extra = (firm + beside) - source
    circles = Counter({"o": min(missing["o"], result.bullets)}) & missing
    missing -= circles
    for text in result.quoted:
        again = Counter(units(text))
        missing -= again if again <= missing else Counter()
    pairs = _joined(missing, extra)
    joined = sum(len(parts) if torn else 1 for torn, parts in pairs)
    shown = extra & _count(made, units)
    extra -= shown
    total = source.total()
    furniture = (source & (firm + beside)) - (source & firm)
    tally = Tally(
        source=total,
        placed=total - missing.total() - furniture.total() - joined,
        joined=joined,
        furniture=furniture.total(),
        unplaced=missing.total(),
        extra=extra.total(),
        made=shown.total(),
    )
    return _Balance(tally, missing, extra, tuple(parts for _, parts in pairs))


def _count(texts: Iterable[str], units: "figures.Units") -> Units:
    return Counter(unit for text in texts for unit in units(text))


def _joined(missing: Units, extra: Units) -> list[tuple[bool, tuple[str, ...]]]:
    """Take out of both what has the same letters, torn on one side; return the pieces, and whether the source has them
    torn.
    """
    out: list[tuple[bool, tuple[str, ...]]] = []
    for torn, whole in ((missing, extra), (extra, missing)):
        for word in sorted(whole, key=len, reverse=True):
            while whole[word] > 0 and (parts := _parts(word, torn, 4)):
                whole[word] -= 1
                torn.subtract(parts)
                out.append((torn is missing, parts))
    for each in (missing, extra):
        for word in [word for word, times in each.items() if times <= 0]:
            del each[word]
    return out


def _parts(word: str, pool: Units, most: int) -> tuple[str, ...]:
    """Return units of the pool that make up a word when they stand together, two to `most` of them; else nothing."""
    if most < 2 or len(word) > _LONGEST:
        return ()
    for at in range(len(word) - 1, 0, -1):
        first, rest = word[:at], word[at:]
        if pool[first] <= 0:
            continue
        if pool[rest] > (first == rest):
            return first, rest
        pool[first] -= 1
        more = _parts(rest, pool, most - 1)
        pool[first] += 1
        if more:
            return (first, *more)
    return ()


def _with_torn(tally: Tally, torn: Units) -> Tally:
    count = min(torn.total(), tally.placed)
    return Tally(
        source=tally.source,
        placed=tally.placed - count,
        joined=tally.joined,
        furniture=tally.furniture,
        unplaced=tally.unplaced + count,
        extra=tally.extra,
        made=tally.made,
    )


def _unplaced(found: _Balance, places: "_Places") -> list[Unplaced]:
    lost = [Unplaced(word, times, places.spot(word)) for word, times in found.missing.items()]
    return lost + [Unplaced(word, times, places.spot(word), extra=True) for word, times in found.extra.items()]


def _unplaced_numbers(by_number: _Balance, by_word: _Balance, torn: Units, places: "_Places") -> list[Unplaced]:
    """Return the numbers that the line of words does not show already: amounts and the like that came apart."""
    shown = {*by_word.missing, *by_word.extra}
    lost = (by_number.missing + torn).items()
    out = [Unplaced(each, times, places.spot(each)) for each, times in lost if each not in shown]
    more = by_number.extra.items()
    return out + [Unplaced(each, times, places.spot(each), extra=True) for each, times in more if each not in shown]


class _Places:
    """Where words of a source stand, as far as its paragraphs hold them; else where the word before them does."""

    def __init__(self, outline: Outline) -> None:
        self.plain = words(outline.plain or "")
        self.first: dict[str, Spot] = {}
        for para in paragraphs(outline.blocks):
            for word in words(para.text):
                self.first.setdefault(word, para.spot)

    def spot(self, unit: str, whole: str = "") -> Spot:
        """Return the spot of a word or of the first word of a number; `whole` is the word as it may stand there too."""
        if whole in self.first:
            return self.first[whole]
        found = words(unit)
        word = found[0] if found else unit
        if word in self.first or word not in self.plain:
            return self.first.get(word, NOWHERE)
        at = self.plain.index(word)
        return next((self.first[each] for each in reversed(self.plain[:at]) if each in self.first), NOWHERE)

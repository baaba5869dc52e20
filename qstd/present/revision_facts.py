"""What changed in the meaning, in words: the values before and after, and where they stand."""

from collections.abc import Sequence

from qstd import prose
from qstd.language import translator
from qstd.model.comparison import Column, Flag
from qstd.model.document import Note, Paragraph, Text
from qstd.model.facts import AnyFact
from qstd.model.revision import FactChange, Version
from qstd.present import comparison_words
from qstd.present.facts import Value, kind_label, value
from qstd.present.quantities import listed
from qstd.present.revision_changes import TextChange
from qstd.present.revision_places import Places
from qstd.present.revision_words import REASONS

# Reasons that say no more than the values do.
_PLAIN = ("", "appeared", "changed")


def title(change: FactChange, language: str) -> str:
    """Return what changed, in a few words: "Frist for afgørelse: længere ventetid"."""
    _ = translator(language)
    new = " · ".join(_values(change.new, change.old, language)) if change.reason in _PLAIN else ""
    said = new or _(REASONS.get(change.reason, REASONS["disappeared" if not change.new else "changed"]))
    return _("{subject}: {words}").format(subject=kind_label(change.kind, change.role, language), words=said)


def before_and_after(change: FactChange, language: str) -> tuple[str, str]:
    """Return the values before and after; what both have is left out."""
    none = translator(language)("ikke nævnt")
    old, new = (
        " · ".join(_values(own, other, language)) or none
        for own, other in ((change.old, change.new), (change.new, change.old))
    )
    return old, new


def _values(own: Sequence[AnyFact], other: Sequence[AnyFact], language: str) -> list[str]:
    """Return the values of one side that the other one lacks, each with the details that the other one lacks."""
    mine, its = ([value(each, language) for each in side] for side in (own, other))
    fresh = [each for each in dict.fromkeys(mine) if each not in its]
    known = {detail for each in its for detail in each.details}
    texts = {each.text for each in its}
    return [_told(each, known, bool(its) and each.text not in texts) for each in fresh]


def _told(shown: Value, known: set[str], short: bool) -> str:
    """The value says it itself where it changed; where it reads the same, or stands alone, its details say it."""
    details = [each for each in shown.details if each not in known]
    return shown.text if short or not details else f"{shown.text} ({'; '.join(details)})"


def flags(change: FactChange, version: Version, language: str) -> tuple[Note, ...]:
    """Return the verdicts on the new values that give less than the statute."""
    own = listed([value(each, language).text for each in change.new], language)
    return tuple(_flag(each, version, own, language) for each in change.flags)


def _flag(flag: Flag, version: Version, own: str, language: str) -> Note:
    law = Column(flag.law, translator(language)("loven"), "", version.service, is_law=True)
    verdict, reason = comparison_words.flag(flag, comparison_words.law_name(law, language), language, own=own)
    return Note((Paragraph((Text(reason),)),), "flag", (Text(verdict),))


# ---------- Where it stands ----------


def covers(change: FactChange, text: TextChange) -> bool:
    """Tell whether the facts that changed were drawn out of the sentences of a change: then it has been told."""
    if text.kind != "words":
        return False
    old, new = (_quotes(own, other) for own, other in ((change.old, change.new), (change.new, change.old)))
    return _all_in(text.after, new) or _all_in(text.before, old)


def _quotes(own: Sequence[AnyFact], other: Sequence[AnyFact]) -> list[str]:
    known = [value(each) for each in other]
    return [prose.normal(each.evidence.quote) for each in own if value(each) not in known]


def _all_in(sentences: Sequence[str], quotes: Sequence[str]) -> bool:
    return bool(sentences) and all(any(_overlap(each, quote) for quote in quotes) for each in sentences)


def _overlap(sentence: str, quote: str) -> bool:
    return bool(quote) and (prose.stands(quote, sentence) or sentence in quote)


def place(change: FactChange, places: Places) -> tuple[int, int | None] | None:
    """Return the pair of sections and the step that the changed facts were drawn out of; those of the new version first."""
    for facts, version, new in ((change.new, places.revision.new, True), (change.old, places.revision.old, False)):
        for fact in facts:
            if found := _place(fact, version, places, new):
                return found
    return None


def _place(fact: AnyFact, version: Version, places: Places, new: bool) -> tuple[int, int | None] | None:
    quote = prose.normal(fact.evidence.quote)
    of = places.of_new if new else places.of_old
    for at, step in enumerate(places.revision.steps):
        for leaf in step.new if new else step.old:
            own = version.leaves[leaf]
            if own.section >= 0 and _overlap(prose.normal(own.text), quote):
                return of[own.section], at
    named = [at for at, each in enumerate(version.sections) if each[2] == fact.evidence.section]
    return (of[named[0]], None) if named else None

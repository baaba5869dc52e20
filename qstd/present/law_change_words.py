"""What is said of a change in the law, in sentences: the same on the page, in the letters and in the table."""

from collections.abc import Sequence
from itertools import groupby

from qstd import catalogue
from qstd.language import fill, translator
from qstd.model.law_change import LawChange, Passage, Touched, Wanted
from qstd.present.quantities import quoted, upper_first
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

_WHERE = {
    "title": N_("I titlen"),
    "text": N_("I teksten"),
    "law_text": N_("I citeret lovtekst"),
    "fact": N_("I en oplysning"),
}
_WHERE_UNDER = {
    "text": N_("I afsnittet {section}"),
    "law_text": N_("I citeret lovtekst i afsnittet {section}"),
    "fact": N_("I en oplysning fra afsnittet {section}"),
}


def provision(wanted: Wanted, language: str) -> str:
    """Return what the provision is called: "serviceloven § 83 a"."""
    act = catalogue.acts()[wanted.act]
    name = catalogue.label(act.name, language)
    return glue(f"{name} § {wanted.paragraph}") if wanted.paragraph else name


def by_municipality(change: LawChange) -> tuple[tuple[str, str, tuple[Touched, ...]], ...]:
    """Return slug, name and touched standards of each municipality, in the order in which they were looked at."""
    groups = groupby(change.standards, key=lambda each: each.ref.partition("/")[0])
    found = ((slug, tuple(own)) for slug, own in groups)
    return tuple((slug, own[0].municipality or slug, own) for slug, own in found)


def where(passage: Passage, language: str) -> str:
    """Return where a passage stands, as the beginning of a sentence."""
    if passage.section and passage.kind in _WHERE_UNDER:
        return fill(_WHERE_UNDER[passage.kind], {"section": quoted(passage.section, language)}, language)
    return translator(language)(_WHERE[passage.kind])


def reason(touched: Touched, language: str) -> str:
    """Return why a standard is touched."""
    _ = translator(language)
    return _("Hjælpen gives efter bestemmelsen.") if touched.rests else _("Bestemmelsen nævnes.")


def extent(change: LawChange, language: str) -> str:
    """Return how many standards and places are touched."""
    places = sum(len(each.passages) for each in change.standards)
    values = {"touched": len(change.standards), "all": change.looked_at, "places": places}
    if not change.standards:
        return fill("Ingen af de {all} standarder bygger på bestemmelsen eller nævner den.", values, language)
    return fill("Berørte standarder: {touched} af {all}. Steder: {places}.", values, language)


def asked(own: Sequence[Touched], wanted: Wanted, language: str) -> str:
    """Return what a municipality is told and asked to do."""
    _ = translator(language)
    counts = (
        _("Én af jeres kvalitetsstandarder bygger på bestemmelsen eller nævner den.")
        if len(own) == 1
        else _("{count} af jeres kvalitetsstandarder bygger på bestemmelsen eller nævner den.").format(count=len(own))
    )
    opening = _("{provision} bliver ændret.").format(provision=upper_first(provision(wanted, language)))
    return f"{opening} {counts} {_('Se efter, om teksten stadig passer, og om standarden skal godkendes igen.')}"

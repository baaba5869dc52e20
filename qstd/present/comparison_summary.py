"""What a comparison comes to, in sentences: how much is alike, what the law says to it, who says what, how far apart.

They open the page and are what is heard first. They stay as short for 98 columns as for two: with many columns, what is
counted is said, and who it is can be read from the table.
"""

from collections import Counter
from collections.abc import Sequence

from qstd.language import translator
from qstd.model.comparison import Comparison, FactRow, PropertyRow
from qstd.present.comparison_spread import spread
from qstd.present.comparison_words import MOST_NAMED, in_text, is_silence, many, names, speakers
from qstd.present.facts import GROUPS, kind_group, kind_label
from qstd.present.quantities import counted, listed, lower_first

N_ = str  # marks a Danish text that is translated where it is shown

# A spread of so few is read from the cells themselves, and so many spreads are a list of figures and no summary.
_FEWEST_SPREAD = 4
_MOST_SPREADS = 3


def summary(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Return the paragraphs that sum the rows up."""
    paragraphs = (
        (*_counts(comparison, language), *_unfilled(comparison, language), *_flags(comparison, language)),
        (*_measured(comparison, language), *_onlys(comparison, language), *_nobody(comparison, language)),
        (*_spreads(comparison, language), *_outliers(comparison, language)),
    )
    return tuple(" ".join(each) for each in paragraphs if each)


def _unfilled(comparison: Comparison, language: str) -> tuple[str, ...]:
    _ = translator(language)
    empty = [name for column, name in in_text(comparison, language) if not column.has_facts]
    if len(empty) > MOST_NAMED:
        sentence = _("Oplysningerne fra {count} er ikke udfyldt endnu, og deres tavshed er ikke talt med.")
        return (sentence.format(count=many(comparison, len(empty), language)),)
    sentence = _("Oplysningerne fra {names} er ikke udfyldt endnu, og deres tavshed er ikke talt med.")
    return (sentence.format(names=listed(empty, language)),) if empty else ()


def _counts(comparison: Comparison, language: str) -> tuple[str, ...]:
    _ = translator(language)
    rows: tuple[FactRow | PropertyRow, ...] = (*comparison.facts, *comparison.properties)
    verdicts = Counter(each.verdict for each in rows)
    silences = sum(
        each.verdict == "some" and (isinstance(each, PropertyRow) or is_silence(comparison, each)) for each in rows
    )
    total = sum(verdicts.values())
    if not total:
        return (_("Ingen af standarderne har oplysninger, der kan sammenlignes."),)
    same = _("Af {facts} er {count} ens.") if verdicts["equal"] else _("Af {facts} er ingen ens.")
    different = {0: "", 1: _("1 er forskellig.")}.get(verdicts["different"], _("{count} er forskellige."))
    one, several = _("1 oplyses kun af nogle."), _("{count} oplyses kun af nogle.")
    if len(comparison.columns) == 2:
        one, several = _("1 oplyses kun af den ene."), _("{count} oplyses kun af den ene.")
    some = {0: "", 1: one}.get(silences, several)
    doubts = {0: "", 1: _("1 kan ikke sammenlignes direkte.")}.get(
        verdicts["incomparable"], _("{count} kan ikke sammenlignes direkte.")
    )
    sentences = (
        same.format(facts=counted(total, "fact", language), count=verdicts["equal"]),
        different.format(count=verdicts["different"]),
        some.format(count=silences),
        doubts.format(count=verdicts["incomparable"]),
    )
    return tuple(filter(None, sentences))


# ---------- The law ----------

_FLAGS = {
    "narrower_group": N_("Personkredsen i {name} er snævrere end lovens."),
    "added_age_limit": N_("{name} har en aldersgrænse, som loven ikke har."),
    "narrower_age": N_("Aldersgrænsen i {name} er snævrere end lovens."),
    "hard_cap": N_("{name} har et fast loft, som loven ikke har."),
    "less_than_law": N_("{name} giver mindre end loven: {facts}."),
}
# The same with many columns: one sentence for all of them.
_FLAGS_OF_MANY = {
    "narrower_group": N_("{count} har en personkreds, der er snævrere end lovens."),
    "added_age_limit": N_("{count} har en aldersgrænse, som loven ikke har."),
    "narrower_age": N_("{count} har en aldersgrænse, der er snævrere end lovens."),
    "hard_cap": N_("{count} har et fast loft, som loven ikke har."),
    "less_than_law": N_("{count} giver mindre end loven: {facts}."),
}
_NAMED = N_("{sentence}: {names}.")


def _flags(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Say who gives less than the law, and in what."""
    labels = names(comparison.columns, language)
    flagged: dict[str, dict[str, list[str]]] = {}
    for row in comparison.facts:
        for label, cell in zip(labels, row.cells, strict=True):
            for flag in cell.flags:
                flagged.setdefault(flag.kind, {}).setdefault(label, []).append(_in_sentence(row, language))
    return tuple(
        sentence for kind, by_name in flagged.items() for sentence in _flag(comparison, kind, by_name, language)
    )


def _flag(comparison: Comparison, kind: str, by_name: dict[str, list[str]], language: str) -> list[str]:
    _ = translator(language)
    if len(comparison.columns) <= MOST_NAMED or len(by_name) == 1:
        sentence = _(_FLAGS[kind])
        return [sentence.format(name=name, facts=_all(facts, language)) for name, facts in by_name.items()]
    facts = [fact for each in by_name.values() for fact in each]
    count = many(comparison, len(by_name), language)
    whole = _(_FLAGS_OF_MANY[kind]).format(count=count, facts=_all(facts, language))
    if len(by_name) > MOST_NAMED or kind == "less_than_law":
        return [whole]
    return [_(_NAMED).format(sentence=whole.removesuffix("."), names=listed(list(by_name), language))]


def _all(facts: Sequence[str], language: str) -> str:
    return listed(list(dict.fromkeys(facts)), language)


# ---------- Who says what ----------


def _measured(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Say what the others are measured against, and for a few of them how they come out."""
    at = comparison.baseline
    if at is None:
        return ()
    _ = translator(language)
    inside = [name for _column, name in in_text(comparison, language)]
    opening = _("Kolonnerne sammenlignes med {name}.").format(name=inside[at])
    if len(comparison.columns) > MOST_NAMED:
        return (opening,)
    labels = names(comparison.columns, language)
    sentence = _("{name} svarer som {baseline} på {same} og anderledes på {other}.")
    out = [opening]
    for column in range(len(labels)):
        rows = [row for row in comparison.facts if row.groups and row.verdict != "incomparable"]
        pairs = [(row.groups[column], row.groups[at]) for row in rows]
        both = [mine == its for mine, its in pairs if mine and its]
        if column != at and both:
            same, other = counted(sum(both), "fact", language), counted(both.count(False), "fact", language)
            out.append(sentence.format(name=labels[column], baseline=inside[at], same=same, other=other))
    return tuple(out)


def _onlys(comparison: Comparison, language: str) -> tuple[str, ...]:
    if len(comparison.columns) > MOST_NAMED:
        return ()
    by_speakers: dict[str, list[str]] = {}
    for row in in_groups(comparison.facts):
        if row.verdict == "some" and is_silence(comparison, row):
            by_speakers.setdefault(speakers(comparison, row, language), []).append(_in_sentence(row, language))
    sentence = translator(language)("Kun {names} oplyser {facts}.")
    return tuple(sentence.format(names=each, facts=listed(facts, language)) for each, facts in by_speakers.items())


def _nobody(comparison: Comparison, language: str) -> tuple[str, ...]:
    facts = [_in_sentence(row, language) for row in in_groups(comparison.facts) if _nobody_says(comparison, row)]
    return (translator(language)("Ingen oplyser {facts}.").format(facts=listed(facts, language)),) if facts else ()


def _nobody_says(comparison: Comparison, row: FactRow) -> bool:
    return row.verdict == "nobody" and is_silence(comparison, row)


def in_groups(rows: Sequence[FactRow]) -> list[FactRow]:
    """Return the rows in the order of a page, which is that of their groups."""
    order = list(GROUPS)
    return sorted(rows, key=lambda row: order.index(kind_group(row.kind, row.role)))


def _in_sentence(row: FactRow, language: str) -> str:
    return lower_first(kind_label(row.kind, row.role, language))


# ---------- How far apart ----------


def _spreads(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Tell the widest spreads: those that most columns have a figure in."""
    _ = translator(language)
    wide = [
        (row, each)
        for row in in_groups(comparison.facts)
        for each in row.spreads
        if each.count >= _FEWEST_SPREAD and each.low != each.high
    ]
    wide.sort(key=lambda pair: -pair[1].count)
    parts = [
        _("{fact} {spread}").format(fact=_in_sentence(row, language), spread=spread(each, language))
        for row, each in wide[:_MOST_SPREADS]
    ]
    return (_("Fra laveste til højeste: {spreads}.").format(spreads="; ".join(parts)),) * bool(parts)


def _outliers(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Say who stands alone, and in what; of many, how many and who does most."""
    _ = translator(language)
    labels = names(comparison.columns, language)
    alone: dict[str, list[str]] = {}
    for row in in_groups(comparison.facts):
        for at in row.outliers:
            alone.setdefault(labels[at], []).append(_in_sentence(row, language))
    if len(alone) <= MOST_NAMED:
        sentence = _("{name} skiller sig ud: {facts}.")
        return tuple(sentence.format(name=name, facts=_all(facts, language)) for name, facts in alone.items())
    most = max(alone, key=lambda name: len(alone[name]))
    sentence = _("{count} skiller sig ud på mindst én oplysning, {name} på flest ({most}).")
    return (sentence.format(count=many(comparison, len(alone), language), name=most, most=len(alone[most])),)

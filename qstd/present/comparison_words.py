"""What a comparison says of itself in sentences: title, lead, summary, the verdict on a row, the names of columns."""

from collections import Counter
from collections.abc import Sequence

from qstd import catalogue
from qstd.language import translator
from qstd.model.comparison import Column, Comparison, FactCell, FactRow, Flag, Passage, PropertyRow, TopicRow
from qstd.model.document import Inlines, Link, Text
from qstd.present.facts import GROUPS, kind_group, kind_label, provision
from qstd.present.quantities import counted, date, listed, lower_first, quoted, solid, upper_first
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

# With more columns than this, who alone says what is read from the table and not from a sentence.
_MOST_NAMED = 4

STATUS = {
    "draft": N_("kladde"),
    "hearing": N_("i høring"),
    "approved": N_("godkendt, gælder endnu ikke"),
    "in_force": "",
    "withdrawn": N_("ophævet"),
}
PROPERTIES = {
    "title": N_("Titel"),
    "approved": N_("Godkendelse"),
    "approved_by": N_("Godkendt af"),
    "effective_from": N_("Gælder fra"),
    "review_due": N_("Næste revision"),
}


def names(columns: Sequence[Column], language: str) -> tuple[str, ...]:
    """Return what each column is called; columns of one label are told apart by a number."""
    _ = translator(language)
    labels = [_(each.label) if each.is_law else each.label for each in columns]
    counts, met = Counter(labels), Counter[str]()
    out = []
    for label in labels:
        met[label] += 1
        out.append(f"{label} ({met[label]})" if counts[label] > 1 else label)
    return tuple(out)


def law_name(column: Column, language: str) -> str:
    """Return "§ 99": the provision that a column of the law shows, or the column's label where that is not known."""
    service = catalogue.service(column.service)
    paragraphs = [solid(f"§ {paragraph}") for _, paragraph in service.provisions] if service else []
    return listed(paragraphs, language) or column.label


def law_link(column: Column, language: str) -> Inlines:
    """Return the name of a provision, with the way to its text where that is known."""
    name: Inlines = (Text(law_name(column, language)),)
    service = catalogue.service(column.service)
    if service is None or len(service.provisions) != 1:
        return name
    key, paragraph = service.provisions[0]
    act = catalogue.acts().get(key)
    if act is None or not act.eli:
        return name
    title = upper_first(provision(key, paragraph, language))
    return (Link(f"{act.eli}#P{paragraph.replace(' ', '')}", name, title=title, kind="law"),)


def column_notes(column: Column, several_services: bool, language: str) -> tuple[Inlines, ...]:
    """Return the lines under a column's name: the provision, where the standard is on its way, when it was approved."""
    _ = translator(language)
    if column.is_law:
        return (law_link(column, language),)
    day = column.approval.date if column.approval else None
    approved = _("godkendt {date}").format(date=date(day.isoformat(), language)) if day else _("dato ikke oplyst")
    status = _(STATUS[column.status]) if STATUS.get(column.status) else ""
    return tuple(
        (Text(each),) for each in (law_name(column, language) if several_services else "", status, approved) if each
    )


def verdict(comparison: Comparison, row: FactRow | TopicRow | PropertyRow, language: str) -> str:
    """Return the verdict in plain words: "Ens", "Forskellig", "Kun Lejre", "Ingen oplyser"."""
    _ = translator(language)
    if isinstance(row, FactRow) and row.verdict in ("some", "nobody") and not _is_silence(comparison, row):
        return _("Ikke udfyldt for alle")
    nobody = _("Ingen tekst") if isinstance(row, TopicRow) else _("Ingen oplyser")
    some = _("Kun {names}").format(names=_speakers(comparison, row, language))
    return {"equal": _("Ens"), "different": _("Forskellig"), "some": some, "nobody": nobody}[row.verdict]


def title(comparison: Comparison, language: str) -> str:
    """Return "Støtte- og kontaktperson: loven, Hvidovre og Lejre"."""
    _ = translator(language)
    services = {each.service for each in comparison.columns}
    service = catalogue.service(services.pop()) if len(services) == 1 else None
    law_first = sorted(_in_text(comparison, language), key=lambda pair: not pair[0].is_law)
    compared = listed([name for _column, name in law_first], language)
    subject = catalogue.label(service.name, language) if service else _("Sammenligning")
    return _("{subject}: {columns}").format(subject=subject, columns=compared)


# By what is compared: standards with one another, those with the law too, one standard with the law.
_LEADS = {
    "standards": (
        N_("Kvalitetsstandarder, lagt ved siden af hinanden."),
        N_("Kvalitetsstandarder efter {provisions}, lagt ved siden af hinanden."),
    ),
    "standards_and_law": (
        N_("Kvalitetsstandarder, lagt ved siden af hinanden og ved siden af loven."),
        N_("Kvalitetsstandarder efter {provisions}, lagt ved siden af hinanden og ved siden af loven."),
    ),
    "one_and_law": (
        N_("En kvalitetsstandard, lagt ved siden af loven."),
        N_("En kvalitetsstandard efter {provisions}, lagt ved siden af loven."),
    ),
}


def lead(comparison: Comparison, language: str) -> str:
    """Say in one sentence what is compared with what; the provision is named where it is one for all."""
    services = {each.service for each in comparison.columns}
    service = catalogue.service(services.pop()) if len(services) == 1 else None
    provisions = _provisions(service, language) if service else ""
    own = sum(not each.is_law for each in comparison.columns)
    law = own < len(comparison.columns)
    kind = "one_and_law" if law and own == 1 else "standards_and_law" if law else "standards"
    return translator(language)(_LEADS[kind][bool(provisions)]).format(provisions=provisions)


def summary(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Return the paragraphs that sum the rows up: how much is alike and what the law says to it, then who says what."""
    paragraphs = (
        (*_counts(comparison, language), *_unfilled(comparison, language), *_flags(comparison, language)),
        (*_onlys(comparison, language), *_nobody(comparison, language)),
    )
    return tuple(" ".join(each) for each in paragraphs if each)


_FLAGS = {
    "narrower_group": (N_("Snævrere end loven"), N_("Personkredsen i {name} er snævrere end lovens.")),
    "added_age_limit": (N_("Aldersgrænse, som loven ikke har"), N_("{name} har en aldersgrænse, som loven ikke har.")),
}
# The same with many columns: one sentence for all of them.
_FLAGS_OF_MANY = {
    "narrower_group": N_("{count} kommuner har en personkreds, der er snævrere end lovens: {names}."),
    "added_age_limit": N_("{count} kommuner har en aldersgrænse, som loven ikke har: {names}."),
}


def flag(value: Flag, law: str, language: str) -> tuple[str, str]:
    """Return a flag's short verdict and its reason."""
    _ = translator(language)
    reasons = {
        "narrower_group": _("{missing} af lovens {total} grupper er ikke med."),
        "added_age_limit": _("{law} nævner ingen alder."),
    }
    reason = reasons[value.kind].format(missing=len(value.missing), total=value.total, law=law)
    return _(_FLAGS[value.kind][0]), glue(reason)


def place(passage: Passage | None, language: str) -> str:
    """Return how a section is pointed to: "afsnit 6", "§ 99", or its heading where it has no number."""
    if passage is None:
        return ""
    if passage.number and not passage.number[0].isdigit():
        return solid(passage.number)
    if passage.number:
        return glue(translator(language)("afsnit {number}").format(number=passage.number))
    return quoted(passage.heading, language) if passage.heading else ""


def _provisions(service: catalogue.Service, language: str) -> str:
    return listed([provision(act, paragraph, language) for act, paragraph in service.provisions], language)


def _in_text(comparison: Comparison, language: str) -> list[tuple[Column, str]]:
    """Name the columns as they are named inside a sentence, where "Loven" is "loven"."""
    pairs = zip(comparison.columns, names(comparison.columns, language), strict=True)
    return [(column, lower_first(name) if column.is_law else name) for column, name in pairs]


def _speakers(comparison: Comparison, row: FactRow | TopicRow | PropertyRow, language: str) -> str:
    pairs = zip(_in_text(comparison, language), row.cells, strict=True)
    speaking = [(column, name) for (column, name), cell in pairs if _speaks(cell)]
    return listed([name for _, name in sorted(speaking, key=lambda pair: pair[0].is_law)], language)


def in_own_words(cell: FactCell) -> bool:
    """Tell whether a standard writes about a subject without a value that could be drawn out: that is no silence."""
    return cell.state == "absent" and bool(cell.section)


def _speaks(cell: object) -> bool:
    if isinstance(cell, str):
        return bool(cell)
    if isinstance(cell, FactCell) and in_own_words(cell):
        return True
    return getattr(cell, "state", "") in ("stated", "none")


def in_groups(rows: Sequence[FactRow]) -> list[FactRow]:
    """Return the rows in the order of a page, which is that of their groups."""
    order = list(GROUPS)
    return sorted(rows, key=lambda row: order.index(kind_group(row.kind, row.role)))


def _is_silence(comparison: Comparison, row: FactRow) -> bool:
    """Tell whether a standard whose facts are there has none in this row; the law counts beside one standard only."""
    pairs = list(zip(comparison.columns, row.cells, strict=True))
    heard = [(column, cell) for column, cell in pairs if column.has_facts or _speaks(cell)]
    own = [cell for column, cell in heard if not column.is_law]
    several = sum(not column.is_law for column, _ in pairs) > 1
    return bool(own) and not all(map(_speaks, own if several else [cell for _, cell in heard]))


def _unfilled(comparison: Comparison, language: str) -> tuple[str, ...]:
    _ = translator(language)
    empty = [name for column, name in _in_text(comparison, language) if not column.has_facts]
    sentence = _("Oplysningerne fra {names} er ikke udfyldt endnu, og deres tavshed er ikke talt med.")
    return (sentence.format(names=listed(empty, language)),) if empty else ()


def _counts(comparison: Comparison, language: str) -> tuple[str, ...]:
    _ = translator(language)
    rows: tuple[FactRow | PropertyRow, ...] = (*comparison.facts, *comparison.properties)
    verdicts = Counter(each.verdict for each in rows)
    silences = sum(
        each.verdict == "some" and (isinstance(each, PropertyRow) or _is_silence(comparison, each)) for each in rows
    )
    total = sum(verdicts.values())
    if not total:
        return (_("Ingen af standarderne har oplysninger, der kan sammenlignes."),)
    same = _("Af {facts} er {count} ens.") if verdicts["equal"] else _("Af {facts} er ingen ens.")
    different = {0: "", 1: _("1 er forskellig.")}.get(verdicts["different"], _("{count} er forskellige."))
    one, many = _("1 oplyses kun af nogle."), _("{count} oplyses kun af nogle.")
    if len(comparison.columns) == 2:
        one, many = _("1 oplyses kun af den ene."), _("{count} oplyses kun af den ene.")
    some = {0: "", 1: one}.get(silences, many)
    sentences = (
        same.format(facts=counted(total, "fact", language), count=verdicts["equal"]),
        different.format(count=verdicts["different"]),
        some.format(count=silences),
    )
    return tuple(filter(None, sentences))


def _flags(comparison: Comparison, language: str) -> tuple[str, ...]:
    _ = translator(language)
    labels = names(comparison.columns, language)
    flagged: dict[str, list[str]] = {}
    for row in comparison.facts:
        for label, cell in zip(labels, row.cells, strict=True):
            for flag in cell.flags:
                flagged.setdefault(flag.kind, []).append(label)
    sentences: list[str] = []
    for kind, named in flagged.items():
        flagging = list(dict.fromkeys(named))
        if len(labels) > _MOST_NAMED and len(flagging) > 1:
            sentence = _(_FLAGS_OF_MANY[kind])
            sentences.append(sentence.format(count=len(flagging), names=listed(flagging, language)))
        else:
            sentences += [_(_FLAGS[kind][1]).format(name=each) for each in flagging]
    return tuple(sentences)


def _onlys(comparison: Comparison, language: str) -> tuple[str, ...]:
    if len(comparison.columns) > _MOST_NAMED:
        return ()
    by_speakers: dict[str, list[str]] = {}
    for row in in_groups(comparison.facts):
        if row.verdict == "some" and _is_silence(comparison, row):
            by_speakers.setdefault(_speakers(comparison, row, language), []).append(_in_sentence(row, language))
    sentence = translator(language)("Kun {names} oplyser {facts}.")
    return tuple(
        sentence.format(names=speakers, facts=listed(facts, language)) for speakers, facts in by_speakers.items()
    )


def _nobody(comparison: Comparison, language: str) -> tuple[str, ...]:
    facts = [_in_sentence(row, language) for row in in_groups(comparison.facts) if _nobody_says(comparison, row)]
    return (translator(language)("Ingen oplyser {facts}.").format(facts=listed(facts, language)),) if facts else ()


def _nobody_says(comparison: Comparison, row: FactRow) -> bool:
    return row.verdict == "nobody" and _is_silence(comparison, row)


def _in_sentence(row: FactRow, language: str) -> str:
    return lower_first(kind_label(row.kind, row.role, language))

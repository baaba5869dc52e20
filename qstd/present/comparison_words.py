"""What a comparison says of itself in words: title, lead, the names of columns, the verdict on a row, flags, places.

The sentences that sum it up are in `comparison_summary`.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from qstd import catalogue
from qstd.language import translator
from qstd.model.comparison import Column, Comparison, FactCell, FactRow, Flag, Passage, PropertyRow, TopicRow
from qstd.model.document import Inlines, Link, Text
from qstd.model.facts import Deadline
from qstd.present.facts import provision, value
from qstd.present.quantities import date, listed, lower_first, quoted, solid, upper_first
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

# With more columns than this, who says what is read from the table and not from a sentence.
MOST_NAMED = 4
# With more columns than this, cells are narrow and stand in a scroll frame of their own.
MOST_WIDE = 4

STATUS = {
    "draft": N_("kladde"),
    "hearing": N_("i høring"),
    "approved": N_("godkendt, gælder endnu ikke"),
    "in_force": "",
    "withdrawn": N_("ophævet"),
}


# ---------- Columns ----------

_LONGEST_NAME = 44


def names(columns: Sequence[Column], language: str) -> tuple[str, ...]:
    """Return what each column is called. Standards of one municipality are told apart by what they are about, acts by
    their provision, and what is alike in that too by the name of the file.
    """
    _ = translator(language)
    labels = [_(each.label) if each.is_law else each.label for each in columns]
    about = _apart(labels, columns, lambda each: _about(each, language))
    files = _apart(labels, columns, lambda each: each.ref.rpartition("/")[2])
    counts = Counter(about)
    return _numbered([one if counts[one] == 1 else other for one, other in zip(about, files, strict=True)])


def _apart(labels: Sequence[str], columns: Sequence[Column], more: Callable[[Column], str]) -> list[str]:
    """Add to labels that several columns have what tells them apart."""
    counts = Counter(labels)
    return [
        f"{label} ({more(each)})" if counts[label] > 1 else label for label, each in zip(labels, columns, strict=True)
    ]


def _numbered(labels: Sequence[str]) -> tuple[str, ...]:
    counts, met = Counter(labels), Counter[str]()
    out = []
    for label in labels:
        met[label] += 1
        out.append(f"{label} ({met[label]})" if counts[label] > 1 else label)
    return tuple(out)


def _about(column: Column, language: str) -> str:
    """Return what a standard is about, from its title: "opsøgende støttekontaktperson"."""
    if column.is_law:
        return law_name(column, language)
    title = " ".join(column.title.split())
    short = re.sub(r"^(kvalitets)?standard(er)?\s+(for|om|på|vedrørende)\s+", "", title, flags=re.IGNORECASE)
    short = re.split(r"\s*(?:[,(;]|\bjf\.|\befter\s+\w*lov)", short, maxsplit=1)[0] or short
    if len(short) > _LONGEST_NAME:
        short = short[:_LONGEST_NAME].rpartition(" ")[0] + " …"
    return short or column.ref.rpartition("/")[2]


def in_text(comparison: Comparison, language: str) -> list[tuple[Column, str]]:
    """Name the columns as they are named inside a sentence, where "Loven" is "loven"."""
    pairs = zip(comparison.columns, names(comparison.columns, language), strict=True)
    return [(column, lower_first(name) if column.is_law else name) for column, name in pairs]


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


# ---------- Rows ----------


def verdict(comparison: Comparison, row: FactRow | TopicRow | PropertyRow, language: str) -> str:
    """Return the verdict in plain words: "Ens", "Forskellig", "Kun Lejre", "Ingen oplyser"."""
    _ = translator(language)
    if row.verdict == "incomparable":
        reason = _doubt(row, language) if isinstance(row, FactRow) else ""
        sentence = _("Kan ikke sammenlignes direkte")
        return f"{sentence}: {reason}" if reason else sentence
    if isinstance(row, FactRow) and row.verdict in ("some", "nobody") and not is_silence(comparison, row):
        return _("Ikke udfyldt for alle")
    if row.verdict == "some":
        return _some(comparison, row, language)
    nobody = _("Ingen tekst") if isinstance(row, TopicRow) else _("Ingen oplyser")
    return {"equal": _("Ens"), "different": _("Forskellig"), "nobody": nobody}[row.verdict]


def _some(comparison: Comparison, row: FactRow | TopicRow | PropertyRow, language: str) -> str:
    _ = translator(language)
    own = [(column, cell) for column, cell in zip(comparison.columns, row.cells, strict=True) if not column.is_law]
    count = sum(map(speaks, (cell for _column, cell in own)))
    if len(comparison.columns) > MOST_NAMED and count > 1:
        return _("Kun {count} af {total}").format(count=count, total=len(own))
    return _("Kun {names}").format(names=speakers(comparison, row, language))


_DAYS = {
    "calendar": N_("kalenderdage"),
    "working": N_("hverdage"),
    "unspecified": N_("dage uden nærmere angivelse"),
}


def _doubt(row: FactRow, language: str) -> str:
    """Say why answers cannot be compared: the kinds of days that they count in, or that the units differ."""
    _ = translator(language)
    if row.note == "day_kinds":
        facts = (fact for cell in row.cells for fact in cell.facts)
        kinds = {each.day_kind for each in facts if isinstance(each, Deadline) and each.unit == "day"}
        met = [_(words) for kind, words in _DAYS.items() if kind in kinds]
        return listed(met, language) if len(met) > 1 else _("hverdage eller kalenderdage")
    return _("forskellige enheder") if row.note == "units" else ""


def speakers(comparison: Comparison, row: FactRow | TopicRow | PropertyRow, language: str) -> str:
    """Name the columns that have an answer, the law last."""
    pairs = zip(in_text(comparison, language), row.cells, strict=True)
    speaking = [(column, name) for (column, name), cell in pairs if speaks(cell)]
    return listed([name for _, name in sorted(speaking, key=lambda pair: pair[0].is_law)], language)


def in_own_words(cell: FactCell) -> bool:
    """Tell whether a standard writes about a subject without a value that could be drawn out: that is no silence."""
    return cell.state == "absent" and bool(cell.section)


def speaks(cell: object) -> bool:
    """Tell whether a cell says something: a value, that there is none of it, or words without a value."""
    if isinstance(cell, str):
        return bool(cell)
    if isinstance(cell, FactCell) and in_own_words(cell):
        return True
    return getattr(cell, "state", "") in ("stated", "none")


def is_silence(comparison: Comparison, row: FactRow) -> bool:
    """Tell whether a standard whose facts are there has none in this row; the law counts beside one standard only."""
    pairs = list(zip(comparison.columns, row.cells, strict=True))
    heard = [(column, cell) for column, cell in pairs if column.has_facts or speaks(cell)]
    own = [cell for column, cell in heard if not column.is_law]
    several = sum(not column.is_law for column, _ in pairs) > 1
    return bool(own) and not all(map(speaks, own if several else [cell for _, cell in heard]))


# ---------- The page ----------


def title(comparison: Comparison, language: str) -> str:
    """Return "Støtte- og kontaktperson: loven, Hvidovre og Lejre"; many standards are counted and not named."""
    _ = translator(language)
    services = {each.service for each in comparison.columns}
    service = catalogue.service(services.pop()) if len(services) == 1 else None
    law_first = sorted(in_text(comparison, language), key=lambda pair: not pair[0].is_law)
    compared = [name for column, name in law_first if column.is_law]
    own = [name for column, name in law_first if not column.is_law]
    compared += own if len(own) <= MOST_NAMED else [many(comparison, len(own), language)]
    subject = catalogue.label(service.name, language) if service else _("Sammenligning")
    return _("{subject}: {columns}").format(subject=subject, columns=listed(compared, language))


def many(comparison: Comparison, count: int, language: str) -> str:
    """Return "12 kommuner", or "12 standarder" where a municipality has several of them."""
    return solid(counted_columns(comparison, language).format(count=count))


def counted_columns(comparison: Comparison, language: str) -> str:
    """Return the pattern with which columns are counted."""
    _ = translator(language)
    own = [each.ref.partition("/")[0] for each in comparison.columns if not each.is_law]
    return _("{count} kommuner") if len(set(own)) == len(own) else _("{count} standarder")


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


# ---------- Flags ----------

# The verdict under a value, and the same for a narrow cell.
_FLAGS = {
    "narrower_group": (N_("Snævrere end loven"), N_("Snævrere end loven")),
    "added_age_limit": (N_("Aldersgrænse, som loven ikke har"), N_("Ikke i loven")),
    "narrower_age": (N_("Snævrere alder end loven"), N_("Snævrere end loven")),
    "hard_cap": (N_("Fast loft, som loven ikke har"), N_("Ikke i loven")),
    "less_than_law": (N_("Mindre end loven giver"), N_("Mindre end loven")),
}
_REASONS = {
    "narrower_group": N_("{missing} af lovens {total} grupper er ikke med."),
    "added_age_limit": N_("{law} nævner ingen alder."),
    "narrower_age": N_("Aldersgrænsen er snævrere end i {law}."),
    "hard_cap": N_("{law} har intet loft, og standarden nævner ingen undtagelse."),
    "less_than_law": N_("{law} giver borgeren mere."),
}
_BOTH = N_("{law}: {statute}. Her: {own}.")


def flag(value: Flag, law: str, language: str, statute: str = "", own: str = "") -> tuple[str, str]:
    """Return a flag's short verdict and its reason; `statute` and `own` are the two values, where they are known."""
    _ = translator(language)
    both = value.kind in ("narrower_age", "less_than_law") and statute and own
    reason = _BOTH if both else _REASONS[value.kind]
    gaps = {"missing": len(value.missing), "total": value.total, "law": law, "statute": statute, "own": own}
    return _(_FLAGS[value.kind][0]), glue(_(reason).format(**gaps))


def flag_in_short(value: Flag, language: str) -> str:
    """Return a flag's verdict for a narrow cell."""
    return translator(language)(_FLAGS[value.kind][1])


def values(cell: FactCell, language: str, details: bool = False) -> str:
    """Return the values of a cell in one line, with what explains them if it is asked for."""
    shown = dict.fromkeys(value(each, language) for each in cell.facts)
    said = [": ".join(filter(None, (each.text, ", ".join(each.details) if details else ""))) for each in shown]
    return listed(list(dict.fromkeys(said)), language)


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

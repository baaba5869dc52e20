"""Kort fortalt: what a citizen looks for first, in plain words, each line with the way to the sentence behind it.

A line is made from typed facts only. What the standard does not say is said to be missing; a heading without text, or
the answer "ingen", is told as just that. A standard without any facts has no lines: nobody has read it for them yet.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qstd import prose
from qstd.language import translator
from qstd.model import facts as f
from qstd.model.document import Inline, Item, Link, Mark, Paragraph, Text
from qstd.model.standard import Section, Standard
from qstd.present.facts import value
from qstd.present.quantities import duration, listed, quoted, solid, upper_first
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown


@dataclass(frozen=True, slots=True)
class Target:
    """Where a line's source link goes: the anchor, and what the section is called ("6", or its heading)."""

    anchor: str
    number: str
    heading: str


Find = Callable[[f.AnyFact], Target]
Say = Callable[[f.AnyFact, str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, the kinds of fact it tells, how each becomes a sentence; and for lines that are always there,
    the topics that would answer it and what to say where nothing does.
    """

    label: str
    kinds: tuple[type, ...]
    say: Say
    hint: str
    topics: tuple[str, ...] = ()
    silence: str = ""


def key_facts(standard: Standard, find: Find, anchors: Mapping[str, Target], language: str) -> tuple[Item, ...]:
    """Return the lines of "Kort fortalt". `find` gives the target of a fact, `anchors` those of sections by key."""
    told: dict[type, list[f.AnyFact]] = {}
    for fact in filter(_is_told, standard.facts):
        told.setdefault(type(fact), []).append(fact)
    return tuple(item for line in LINES for item in _line(line, told, standard.sections, find, anchors, language))


def _line(
    line: Line,
    facts: Mapping[type, Sequence[f.AnyFact]],
    sections: Sequence[Section],
    find: Find,
    anchors: Mapping[str, Target],
    language: str,
) -> Iterator[Item]:
    _ = translator(language)
    told = [fact for kind in line.kinds for fact in facts.get(kind, ())]
    if told:
        inlines = _told(told, line, find, language)
    elif line.silence:
        inlines = _silent(line, sections, anchors, language)
    else:
        return
    yield Item((Paragraph(tuple(inlines)),), (Text(_(line.label)),))


def _is_told(fact: f.AnyFact) -> bool:
    """Following up on the standard itself is the council's business and not the citizen's."""
    return not (isinstance(fact, f.FollowUp) and fact.subject == "standard")


def _told(facts: Sequence[f.AnyFact], line: Line, find: Find, language: str) -> Iterator[Inline]:
    """Say each fact once; after the last one from a section, link to the first sentence there that said it."""
    said: set[str] = set()
    source: Target | None = None
    for index, fact in enumerate(facts):
        source = source or find(fact)
        sentence = glue(line.say(fact, language))
        if sentence and sentence not in said:
            said.add(sentence)
            yield Text(sentence + " ")
        following = facts[index + 1].evidence.section if index + 1 < len(facts) else None
        if following != fact.evidence.section:
            yield from _source(source, line.hint, language)
            yield Text(" " if following else "")
            source = None


def _silent(line: Line, sections: Sequence[Section], anchors: Mapping[str, Target], language: str) -> Iterator[Inline]:
    """Say that there is nothing: no such section, a heading without text, or a section that states no typed fact."""
    _ = translator(language)
    matching = sorted((each for each in sections if each.topic in line.topics), key=_emptiness)
    section = next(iter(matching), None)
    if section is None:
        yield Mark((Text(_("Ikke oplyst.")),), "absent")
        yield Text(f" {_(line.silence)}")
        return
    target = anchors[section.key]
    if not section.body.strip():
        yield Mark((Text(_("Kommunen har ikke skrevet noget her.")),), "empty")
    elif none := prose.none_answer(section.body):
        yield Mark((Text(quoted(none, language)),), "none")
    else:
        yield Text(_("Læs kommunens egne ord."))
    yield Text(" ")
    yield from _source(target, line.hint, language)


def _emptiness(section: Section) -> int:
    """Text goes before a bare "ingen", and that before a heading without text."""
    return 2 if not section.body.strip() else 1 if prose.none_answer(section.body) else 0


def _source(target: Target, hint: str, language: str) -> Iterator[Inline]:
    _ = translator(language)
    if target.number.startswith("§"):
        words = _("Se {heading}").format(heading=solid(target.number))
    elif target.number:
        words = solid(_("Se afsnit {number}").format(number=target.number))
    elif target.heading.strip():
        words = _("Se {heading}").format(heading=quoted(target.heading, language))
    else:
        words = _("Se afsnittet")
    yield Link(f"#{target.anchor}", (Text(glue(words)),), hint=_(hint), kind="source")


# ---------- One sentence for each kind ----------


def _sentence(text: str) -> str:
    text = upper_first(text.strip())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _short(fact: f.AnyFact, language: str) -> str:
    """The value and every detail of it, each a sentence."""
    shown = value(fact, language)
    return " ".join(_sentence(each) for each in (shown.text, *shown.details))


def _who(fact: f.AnyFact, language: str) -> str:
    assert isinstance(fact, f.TargetGroup)
    _ = translator(language)
    shown = value(fact, language)
    words = _sentence(fact.text or listed(shown.details[: len(fact.groups)], language))
    needs = {"required": _("Der kræves en diagnose."), "not_required": _("En diagnose er ikke nødvendig.")}
    return f"{words} {needs.get(fact.diagnosis or '', '')}".strip()


_SELF = "borgeren"  # as the municipality writes it
_ONESELF = (N_("Du kan selv henvende dig til {to}."), N_("Du kan selv henvende dig."))
_OTHERS = (N_("Henvendelse til {to}."), "")
# By whether the citizen is named, and whether the others are examples: how one makes contact, and who else may. Where
# the citizen is not named, nothing is said of "you": the text may mean a doctor's referral.
_CONTACTS = {
    (True, False): (_ONESELF, N_("Andre kan også henvende sig: {who}.")),
    (True, True): (_ONESELF, N_("Andre kan også henvende sig, fx {who}.")),
    (False, False): (_OTHERS, N_("Henvendelsen kan komme fra {who}.")),
    (False, True): (_OTHERS, N_("Henvendelsen kan fx komme fra {who}.")),
}


def _apply(fact: f.AnyFact, language: str) -> str:
    if not isinstance(fact, f.Referrer):
        return _ACCESS[fact.mode](language) if isinstance(fact, f.Access) else ""
    _ = translator(language)
    to = _either(fact.to, language)
    others = [each for each in fact.who if each.casefold() != _SELF]
    own, also = _CONTACTS[len(others) < len(fact.who), fact.examples]
    first, alone = own
    told = (
        _(first).format(to=to) if to else _(alone),
        _(also).format(who=listed(others, language)) if others else "",
    )
    return " ".join(filter(None, told))


def _either(names: Sequence[str], language: str) -> str:
    """Return "a, b eller c"."""
    if len(names) < 2:
        return "".join(names)
    return translator(language)("{first} eller {last}").format(first=", ".join(names[:-1]), last=names[-1])


_ACCESS: Mapping[str, Callable[[str], str]] = {
    "unvisited": lambda language: translator(language)(N_("Ordningen er uvisiteret (uden forudgående visitation).")),
    "visited": lambda language: translator(language)(N_("Kommunen afgør, om du kan få hjælpen (visitation).")),
    "referred": lambda language: translator(language)(N_("Du skal være henvist.")),
    "leader": lambda language: translator(language)(N_("Lederen af stedet afgør, om du optages.")),
    "mixed": lambda language: translator(language)(N_("Nogle skal visiteres, andre ikke.")),
}
_DEADLINES = {
    "reaction": N_("Kommunen reagerer på en henvendelse: {time}."),
    "decision": N_("Du får en afgørelse: {time}."),
    "start": N_("Hjælpen begynder: {time}."),
    "complaint": N_("Frist for at klage: {time}."),
    "cancellation": N_("Frist for at melde afbud: {time}."),
    "duration": N_("Varighed: {time}."),
}
# Of an upper limit a sentence is made. A reaction is one to an enquiry, whatever else may start its time.
_WITHIN = {
    ("reaction", "enquiry"): N_("Kommunen reagerer inden for {time} på en henvendelse."),
    ("decision", None): N_("Du får en afgørelse inden for {time}."),
    ("decision", "enquiry"): N_("Du får en afgørelse inden for {time} efter henvendelsen."),
    ("decision", "application"): N_("Du får en afgørelse inden for {time} efter ansøgningen."),
    ("start", None): N_("Hjælpen begynder inden for {time}."),
    ("start", "enquiry"): N_("Hjælpen begynder inden for {time} efter henvendelsen."),
    ("start", "application"): N_("Hjælpen begynder inden for {time} efter ansøgningen."),
    ("start", "grant"): N_("Hjælpen begynder inden for {time} efter bevillingen."),
    ("start", "visitation"): N_("Hjælpen begynder inden for {time} efter visitationen."),
    ("start", "discharge"): N_("Hjælpen begynder inden for {time} efter udskrivningen."),
    ("start", "decision"): N_("Hjælpen begynder inden for {time} efter afgørelsen."),
}


def _deadline(fact: f.AnyFact, language: str) -> str:
    assert isinstance(fact, f.Deadline)
    _ = translator(language)
    time = value(fact, language).text
    within = _WITHIN.get((fact.role, fact.anchor))
    if within and fact.bound == "max" and not fact.unbounded:
        return _(within).format(time=time)
    return _(_DEADLINES[fact.role]).format(time=time[:1].lower() + time[1:])


def _anonymity(fact: f.AnyFact, language: str) -> str:
    assert isinstance(fact, f.Anonymity)
    words = {
        "right": N_("Du har ret til at være anonym."),
        "offered": N_("Du kan få tilbud om at være anonym."),
        "none": N_("Du kan ikke være anonym."),
    }
    return translator(language)(words[fact.mode])


def _voluntary(fact: f.AnyFact, language: str) -> str:
    assert isinstance(fact, f.Voluntary)
    _ = translator(language)
    if not fact.value:
        return _("Nej.")
    return _("Ja. Du kan altid sige fra igen.") if fact.leave_anytime else _("Ja.")


def _duration(fact: f.AnyFact, language: str) -> str:
    if isinstance(fact, f.Extent):
        return _extent(fact, language)
    return _short(fact, language)


def _extent(fact: f.Extent, language: str) -> str:
    shown = value(fact, language)
    first, more = shown.text, list(shown.details)
    if fact.amount is None and fact.window and fact.modality:
        # The value is the time of day, and how firm it is comes after it; a sentence says it the other way round.
        first = f"{more.pop(0)}: {first[:1].lower()}{first[1:]}"
    return " ".join(_sentence(each) for each in (first, *more))


def _complaint(fact: f.AnyFact, language: str) -> str:
    assert isinstance(fact, f.Complaint)
    _ = translator(language)
    subjects = [_(_SUBJECTS[each]) for each in fact.subject if each != "any"]
    sentences = (
        _("Du kan klage til {body} over {subjects}.").format(body=fact.body, subjects=listed(subjects, language))
        if subjects
        else _("Du kan klage til {body}.").format(body=fact.body),
        _("Klagen sendes gennem {via}.").format(via=fact.via) if fact.via else "",
        _sentence(_("Klagefrist: {period}").format(period=duration(fact.period, language))) if fact.period else "",
    )
    return " ".join(filter(None, sentences))


_SUBJECTS = {
    "decision": N_("afgørelsen"),
    "handling": N_("sagsbehandlingen"),
    "conduct": N_("personalets opførsel"),
    "execution": N_("den måde, hjælpen udføres på"),
    "supplier": N_("leverandøren"),
}


LINES: tuple[Line, ...] = (
    Line(
        N_("Hvem"),
        (f.TargetGroup,),
        _who,
        N_("om hvem"),
        ("target_group", "eligibility", "need"),
        N_("Standarden nævner ingen personkreds."),
    ),
    Line(N_("Alder"), (f.Age,), _short, N_("om alder"), (), N_("Standarden nævner ingen aldersgrænse.")),
    Line(
        N_("Sådan søger du"),
        (f.Referrer, f.Access),
        _apply,
        N_("om at søge"),
        ("application", "visitation"),
        N_("Standarden nævner ikke, hvordan man søger."),
    ),
    Line(
        N_("Frist"),
        (f.Deadline,),
        _deadline,
        N_("om frister"),
        ("case_deadline", "start_deadline"),
        N_("Standarden nævner ingen frist."),
    ),
    Line(N_("Pris"), (f.Price,), _short, N_("om pris"), ("price",), N_("Standarden nævner ingen pris.")),
    Line(N_("Omfang"), (f.Extent, f.Temporary), _duration, N_("om omfang og varighed")),
    Line(N_("Opfølgning"), (f.FollowUp,), _short, N_("om opfølgning")),
    Line(N_("Leverandør"), (f.Provider,), _short, N_("om leverandør")),
    Line(N_("Anonymitet"), (f.Anonymity,), _anonymity, N_("om anonymitet")),
    Line(N_("Frivilligt"), (f.Voluntary,), _voluntary, N_("om frivillighed")),
    Line(
        N_("Klage"),
        (f.Complaint,),
        _complaint,
        N_("om klage"),
        ("complaints",),
        N_("Standarden nævner ikke, hvordan man klager."),
    ),
)

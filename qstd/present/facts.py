"""Facts in plain words: what each kind is called, to which group of rows it belongs, and its value, short.

A value is a few words ("18–64 år") and, under them, what a reader needs to judge it. Each word of the controlled
vocabularies has a text here; what the municipality wrote itself is given as it wrote it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qstd import catalogue
from qstd.language import translator
from qstd.model import facts as f
from qstd.present.quantities import amount, counted, duration, every, listed, solid, upper_first
from qstd.present.typography import NBSP, glue

N_ = str  # marks a Danish text that is translated where it is shown

GROUPS = {
    "who": N_("For hvem"),
    "access": N_("Adgang og svar"),
    "content": N_("Indhold"),
    "price": N_("Pris og pligter"),
    "rights": N_("Rettigheder"),
    "document": N_("Dokumentet"),
}
# For each kind, or kind and role: its group and its name.
_KINDS = {
    "citation": ("document", N_("Lovhenvisning")),
    "citation/basis": ("document", N_("Lovgrundlag")),
    "citation/boundary": ("document", N_("Afgrænsning mod andre bestemmelser")),
    "citation/reference": ("document", N_("Andre lovhenvisninger")),
    "target_group": ("who", N_("Personkreds")),
    "age": ("who", N_("Alder")),
    "access": ("access", N_("Visitation")),
    "referrer": ("access", N_("Henvendelse")),
    "contact": ("access", N_("Kontakt")),
    "deadline": ("access", N_("Frist")),
    "deadline/reaction": ("access", N_("Frist for svar")),
    "deadline/decision": ("access", N_("Frist for afgørelse")),
    "deadline/start": ("access", N_("Frist for start")),
    "deadline/complaint": ("rights", N_("Frist for klage")),
    "deadline/cancellation": ("price", N_("Frist for afbud")),
    "deadline/duration": ("content", N_("Varighed")),
    "temporary": ("content", N_("Midlertidighed")),
    "extent": ("content", N_("Omfang")),
    "follow_up": ("content", N_("Opfølgning")),
    "provider": ("content", N_("Leverandør")),
    "supplier_choice": ("content", N_("Valg af leverandør")),
    "competence": ("content", N_("Personale")),
    "price": ("price", N_("Pris")),
    "obligation": ("price", N_("Borgerens pligter")),
    "anonymity": ("rights", N_("Anonymitet")),
    "voluntary": ("rights", N_("Frivillighed")),
    "complaint": ("rights", N_("Klage")),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A fact for display: the value in a few words, and lines of detail that belong under it."""

    text: str
    details: tuple[str, ...] = ()


def kind_label(kind: str, role: str = "", language: str = "da") -> str:
    """Return what a kind of fact is called; deadlines and citations by their role."""
    return translator(language)(_kind(kind, role)[1])


def kind_group(kind: str, role: str = "") -> str:
    """Return the group of rows that a kind belongs to, as a key of `GROUPS`, which stand in the order of a page."""
    return _kind(kind, role)[0]


def group_label(group: str, language: str = "da") -> str:
    """Return the heading of a group of rows."""
    return translator(language)(GROUPS[group])


def value(fact: f.AnyFact, language: str = "da") -> Value:
    """Return what a fact says, in plain words."""
    return _SHOWN[type(fact)](fact, language)


def group_name(key: str, language: str = "da") -> str:
    """Return the name of a target group; a key that the catalogue does not have stands for itself."""
    group = catalogue.groups().get(key)
    return catalogue.label(group.label, language) if group else key


def provision(act: str, paragraph: str | None, language: str, *parts: str) -> str:
    """Return "serviceloven § 99, stk. 1": the act as people call it, nothing of the number broken over lines."""
    known = catalogue.acts().get(act)
    name = catalogue.label(known.name, language) if known else act
    place = ", ".join([*((f"§{NBSP}{solid(paragraph)}",) if paragraph else ()), *parts])
    return translator(language)(N_("{act} {place}")).format(act=name, place=place) if place else name


def _kind(kind: str, role: str) -> tuple[str, str]:
    return _KINDS[f"{kind}/{role}" if role else kind]


# ---------- One function for each kind ----------


def _citation(fact: f.Citation, language: str) -> Value:
    _ = translator(language)
    parts = (
        solid(_("stk. {stk}").format(stk=fact.stk)) if fact.stk else "",
        solid(_("nr. {nr}").format(nr=fact.nr)) if fact.nr else "",
        solid(_("litra {litra}").format(litra=fact.litra)) if fact.litra else "",
    )
    return Value(upper_first(provision(fact.act, fact.paragraph, language, *filter(None, parts))))


_DIAGNOSIS = {"required": N_("Der kræves en diagnose"), "not_required": N_("Der kræves ingen diagnose")}


def _target_group(fact: f.TargetGroup, language: str) -> Value:
    _ = translator(language)
    order = {key: at for at, key in enumerate(catalogue.groups())}
    groups = sorted(fact.groups, key=lambda key: order.get(key, len(order)))  # so that two lists can be compared
    names = [group_name(each, language) for each in groups]
    diagnosis = _(_DIAGNOSIS[fact.diagnosis]) if fact.diagnosis else ""
    if not names:
        return _value(upper_first(fact.text or _("Nævnt uden gruppe")), diagnosis)
    words = _("Med kommunens ord: {words}").format(words=fact.text) if fact.text else ""
    return _value(counted(len(names), "group", language), *names, words, diagnosis)


_KEEPS = {True: N_("Borgeren beholder hjælpen efter grænsen"), False: N_("Hjælpen stopper ved grænsen")}
# By what the fact tells: a lower end, an upper end in years, the pension age as the upper end.
_AGES = {
    (False, False, None): N_("Ingen aldersgrænse"),
    (True, False, None): N_("Fra {min} år"),
    (False, True, None): N_("Til og med {max} år"),
    (True, True, None): N_("{min}–{max} år"),
    (False, False, "pension_age"): N_("Til folkepensionsalderen"),
    (True, False, "pension_age"): N_("Fra {min} år til folkepensionsalderen"),
    (False, True, "pension_age"): N_("Til folkepensionsalderen, dog mindst {max} år"),
    (True, True, "pension_age"): N_("Fra {min} år til folkepensionsalderen, dog mindst {max} år"),
}


def _age(fact: f.Age, language: str) -> Value:
    _ = translator(language)
    sentence = _(_AGES[fact.min is not None, fact.max is not None, fact.max_ref])
    keeps = _(_KEEPS[fact.keeps_after_max]) if fact.keeps_after_max is not None else ""
    return _value(glue(sentence.format(min=fact.min, max=fact.max)), keeps)


_ACCESS = {
    "visited": N_("Visiteret"),
    "unvisited": N_("Uvisiteret"),
    "referred": N_("Efter henvisning"),
    "leader": N_("Lederen træffer afgørelse om optagelse"),
    "mixed": N_("Både med og uden visitation"),
}


def _access(fact: f.Access, language: str) -> Value:
    return Value(translator(language)(_ACCESS[fact.mode]))


def _referrer(fact: f.Referrer, language: str) -> Value:
    _ = translator(language)
    to = _("Henvendelse til {receivers}").format(receivers=listed(fact.to, language)) if fact.to else ""
    return _value(upper_first(_named(fact.who, fact.examples, language)) or _("Ikke nærmere angivet"), to)


def _named(names: Sequence[str], examples: bool, language: str) -> str:
    """Return the names; where the text gives them as examples, they stay examples."""
    known = listed(names, language)
    return translator(language)("fx {names}").format(names=known) if examples and known else known


_PURPOSE = {"general": "", "application": N_("Til ansøgning"), "complaint": N_("Til klage")}


def _contact(fact: f.ContactPoint, language: str) -> Value:
    _ = translator(language)
    phone = _("Telefon {phone}").format(phone=solid(fact.phone)) if fact.phone else ""
    hours = _("Åbningstid: {hours}").format(hours=fact.hours) if fact.hours else ""
    purpose = _(_PURPOSE[fact.purpose]) if _PURPOSE[fact.purpose] else ""
    return _value(fact.name, purpose, fact.address, phone, fact.mail, hours)


_BOUNDS = {
    "max": N_("Højst {amount}"),
    "min": N_("Mindst {amount}"),
    "exact": N_("Præcis {amount}"),
    "approximate": N_("Cirka {amount}"),
    "unspecified": N_("{amount}"),
}
_ANCHORS = {
    "enquiry": N_("Regnet fra henvendelsen"),
    "application": N_("Regnet fra ansøgningen"),
    "grant": N_("Regnet fra bevillingen"),
    "visitation": N_("Regnet fra visitationen"),
    "discharge": N_("Regnet fra udskrivningen"),
    "decision": N_("Regnet fra afgørelsen"),
    "other": N_("Regnet fra en anden hændelse"),
}
_DAYS = {"calendar": "calendar_day", "working": "working_day", "unspecified": "day"}


def _deadline(fact: f.Deadline, language: str) -> Value:
    """A deadline is an upper limit by its nature, so "7 dage" says it; only a duration needs the word."""
    _ = translator(language)
    anchor = _(_ANCHORS[fact.anchor]) if fact.anchor else ""
    if fact.value is None or fact.unit is None:
        return _value(_("Ingen fast tidsramme") if fact.role == "duration" else _("Ingen fast frist"), anchor)
    day = _DAYS[fact.day_kind] if fact.unit == "day" else fact.unit
    time = counted(fact.value, day, language, fact.value_to)
    plain = fact.bound == "max" and fact.role != "duration"
    text = time if plain else _(_BOUNDS[fact.bound]).format(amount=time)
    open_days = fact.unit == "day" and fact.day_kind == "unspecified"
    return _value(
        text if plain or fact.bound == "unspecified" else upper_first(text),
        _("Hverdage eller kalenderdage: ikke oplyst") if open_days else "",
        _("Højst eller præcis: ikke oplyst") if fact.bound == "unspecified" else "",
        anchor,
    )


def _temporary(fact: f.Temporary, language: str) -> Value:
    _ = translator(language)
    return Value(_("Midlertidig") if fact.value else _("Ikke midlertidig"))


_MODALITY = {
    "must": N_("Skal gives"),
    "as_rule": N_("Som udgangspunkt"),
    "may": N_("Kan gives"),
    "exceptional": N_("Kun i særlige tilfælde"),
    "not": N_("Gives ikke"),
    "not_as_rule": N_("Gives som udgangspunkt ikke"),
}


def _extent(fact: f.Extent, language: str) -> Value:
    _ = translator(language)
    quantity = amount(fact.amount, fact.unit, fact.per, language)
    lines = [
        _("Kan ikke fastsættes på forhånd") if fact.unbounded else "",
        upper_first(_(_BOUNDS[fact.bound]).format(amount=quantity)) if quantity else "",
        upper_first(fact.window or ""),
        _(_MODALITY[fact.modality]) if fact.modality else "",
        _("Undtagelse: {exception}").format(exception=fact.exception) if fact.exception else "",
    ]
    text, *details = [each for each in lines if each] or [_("Nævnt uden mængde")]
    return _value(text, *details)


_FOLLOW_UP = {"ad_hoc": N_("Efter behov"), "continuous": N_("Løbende"), "none": N_("Ingen opfølgning")}
_SUBJECT = {"case": "", "plan": N_("Opfølgning på planen"), "standard": N_("Opfølgning på kvalitetsstandarden")}


def _follow_up(fact: f.FollowUp, language: str) -> Value:
    _ = translator(language)
    if fact.interval:
        text = every(fact.interval, language)
    elif fact.offsets:
        text = _("Efter {times}").format(times=listed([duration(each, language) for each in fact.offsets], language))
    else:
        text = _(_FOLLOW_UP[fact.mode])
    return _value(text, _(_SUBJECT[fact.subject]) if _SUBJECT[fact.subject] else "")


def _provider(fact: f.Provider, language: str) -> Value:
    return Value(fact.name)


_CHOICE = {
    "none": N_("Intet valg af leverandør"),
    "free": N_("Frit valg"),
    "approved_list": N_("Valg mellem godkendte leverandører"),
    "voucher": N_("Fritvalgsbevis"),
    "equivalent_offer": N_("Valg af et tilsvarende tilbud"),
}


def _supplier_choice(fact: f.SupplierChoice, language: str) -> Value:
    return Value(translator(language)(_CHOICE[fact.mode]))


def _competence(fact: f.Competence, language: str) -> Value:
    return _value(upper_first(fact.requirement), upper_first(_named(fact.professions, fact.examples, language)))


def _price(fact: f.Price, language: str) -> Value:
    _ = translator(language)
    sum_of_money = amount(fact.amount, "krone", fact.per, language) if fact.amount is not None else ""
    texts = {
        "free": _("Gratis"),
        "fixed": sum_of_money,
        "capped": _("Højst {amount}").format(amount=sum_of_money),
        "actual": _("De faktiske udgifter"),
    }
    beside = sum_of_money if fact.mode in ("free", "actual") else ""
    return _value(texts[fact.mode], beside, _("Prisniveau {year}").format(year=fact.year) if fact.year else "")


def _obligation(fact: f.Obligation, language: str) -> Value:
    return Value(upper_first(fact.text) if fact.text else translator(language)("Ingen pligter"))


_ANONYMITY = {
    "right": N_("Ret til at være anonym"),
    "offered": N_("Kan tilbydes"),
    "none": N_("Ikke mulighed for at være anonym"),
}


def _anonymity(fact: f.Anonymity, language: str) -> Value:
    return Value(translator(language)(_ANONYMITY[fact.mode]))


_LEAVE = {True: N_("Borgeren kan altid sige fra igen"), False: N_("Borgeren kan ikke altid sige fra igen")}


def _voluntary(fact: f.Voluntary, language: str) -> Value:
    _ = translator(language)
    leave = _(_LEAVE[fact.leave_anytime]) if fact.leave_anytime is not None else ""
    return _value(_("Frivilligt") if fact.value else _("Ikke frivilligt"), leave)


_COMPLAINT = {
    "decision": N_("afgørelsen"),
    "handling": N_("sagsbehandlingen"),
    "conduct": N_("personalets opførsel"),
    "execution": N_("udførelsen af hjælpen"),
    "supplier": N_("leverandøren"),
}


def _complaint(fact: f.Complaint, language: str) -> Value:
    _ = translator(language)
    over = listed([_(_COMPLAINT[each]) for each in fact.subject if each != "any"], language)
    return _value(
        _("Til {body}").format(body=fact.body),
        _("Klage over {subjects}").format(subjects=over) if over else "",
        _("Sendes gennem {via}").format(via=fact.via) if fact.via else "",
        _("Klagefrist: {period}").format(period=duration(fact.period, language)) if fact.period else "",
    )


def _value(text: str, *details: str | None) -> Value:
    return Value(text, tuple(each for each in details if each))


_SHOWN: dict[type, Callable[..., Value]] = {
    f.Citation: _citation,
    f.TargetGroup: _target_group,
    f.Age: _age,
    f.Access: _access,
    f.Referrer: _referrer,
    f.ContactPoint: _contact,
    f.Deadline: _deadline,
    f.Temporary: _temporary,
    f.Extent: _extent,
    f.FollowUp: _follow_up,
    f.Provider: _provider,
    f.SupplierChoice: _supplier_choice,
    f.Competence: _competence,
    f.Price: _price,
    f.Obligation: _obligation,
    f.Anonymity: _anonymity,
    f.Voluntary: _voluntary,
    f.Complaint: _complaint,
}

"""Facts: what a standard means, as typed values that can be compared; each with the sentence that says so.

One record for each kind; `kind` tells them apart. `FACT_KINDS` lists them in the order in which readers meet them.
Where a municipality says that there is none of something ("ingen", "der vil ikke ske opfølgning"), that is a value too.
"""

from decimal import Decimal
from typing import Annotated, Literal, get_args

from qstd.model.field import AtLeast, Danish, NumberToo, Pattern, Record, Tagged, Written, record

DURATION = r"P[0-9]+[YMWD](?:[0-9]+[MWD])*"
Label = Annotated[str, NumberToo()]
Count = Annotated[int, AtLeast(0)]
Amount = Annotated[Decimal, AtLeast(0), Written(r"-?\d{1,18}(\.\d{1,6})?", Decimal, "decimal_parsing")]
Duration = Annotated[str, Pattern(DURATION)]
Bound = Literal["max", "min", "exact", "approximate", "unspecified"]
Modality = Literal["must", "as_rule", "may", "exceptional", "not", "not_as_rule"]


@record
class Evidence(Record):
    """The place in the standard that states the fact."""

    section: Annotated[str, Danish("Navnet på det afsnit, der siger det.")]
    quote: Annotated[str, Danish("De ord i afsnittet, der siger det, ord for ord.")]


@record
class FactBase(Record):
    """What every fact has."""

    evidence: Annotated[Evidence, Danish("Hvor i standarden det står.")]
    proposed: Annotated[
        bool | None,
        Danish("true, når oplysningen er et forslag fra en import, som ingen har sagt god for endnu. Den vises ikke."),
    ] = None


@record
class Citation(FactBase):
    """A legal provision that the standard names, and what for."""

    kind: Annotated[Literal["citation"], Danish("Lovhenvisning.")]
    act: Annotated[str, Danish("Lovens forkortelse i kataloget, fx SEL.")]
    paragraph: Annotated[Label | None, Danish("Paragraffen, fx 99 eller 101 a.")] = None
    stk: Annotated[Label | None, Danish("Stykket.")] = None
    nr: Annotated[Label | None, Danish("Nummeret.")] = None
    litra: Annotated[str | None, Danish("Litra.")] = None
    role: Annotated[
        Literal["basis", "boundary", "reference"],
        Danish("basis: hjælpen gives efter den. boundary: hjælpen afgrænses mod den. reference: den nævnes."),
    ]


@record
class TargetGroup(FactBase):
    """Who the service is for, in the controlled vocabulary of the catalogue."""

    kind: Annotated[Literal["target_group"], Danish("Personkreds.")]
    groups: Annotated[tuple[str, ...], Danish("Grupperne, som nøgler fra kataloget, fx mental_illness.")]
    diagnosis: Annotated[
        Literal["required", "not_required"] | None, Danish("Om der kræves en diagnose. Udelades, hvis det ikke nævnes.")
    ] = None
    text: Annotated[str | None, Danish("Kort gengivelse i kommunens ord.")] = None


@record
class Age(FactBase):
    """The ages that can get the service, in years, both ends included."""

    kind: Annotated[Literal["age"], Danish("Alder.")]
    min: Annotated[Count | None, Danish("Laveste alder i år.")] = None
    max: Annotated[Count | None, Danish("Højeste alder i år.")] = None
    max_ref: Annotated[Literal["pension_age"] | None, Danish("pension_age, når grænsen er folkepensionsalderen.")] = (
        None
    )
    keeps_after_max: Annotated[bool | None, Danish("Om borgeren beholder hjælpen efter grænsen.")] = None

    def __post_init__(self) -> None:
        """Refuse a range that nobody is in."""
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("age_range")


@record
class Access(FactBase):
    """How one gets in: by the municipality's decision, by simply coming, by referral, by the leader's word."""

    kind: Annotated[Literal["access"], Danish("Adgang.")]
    mode: Annotated[
        Literal["visited", "unvisited", "referred", "leader", "mixed"],
        Danish(
            "visited (visiteret), unvisited (uvisiteret), referred (henvist), leader (lederen optager), mixed (blandet)."
        ),
    ]


@record
class Voluntary(FactBase):
    """Whether the citizen is free to take the help and to leave it."""

    kind: Annotated[Literal["voluntary"], Danish("Frivillighed.")]
    value: Annotated[bool, Danish("true, når hjælpen er frivillig.")]
    leave_anytime: Annotated[bool | None, Danish("true, når teksten siger, at borgeren altid kan sige fra igen.")] = (
        None
    )


@record
class Anonymity(FactBase):
    """Whether the citizen may stay anonymous: as a right, as an offer, or not."""

    kind: Annotated[Literal["anonymity"], Danish("Anonymitet.")]
    mode: Annotated[Literal["right", "offered", "none"], Danish("right (ret til), offered (kan tilbydes), none (nej).")]


@record
class Temporary(FactBase):
    """Whether the service is meant to be temporary."""

    kind: Annotated[Literal["temporary"], Danish("Midlertidighed.")]
    value: Annotated[bool, Danish("true, når hjælpen er midlertidig.")]


@record
class Deadline(FactBase):
    """A time limit: `value` to `value_to` units, counted from `anchor`. No value where the text says that none can be set."""

    kind: Annotated[Literal["deadline"], Danish("Frist eller varighed.")]
    role: Annotated[
        Literal["reaction", "decision", "start", "complaint", "cancellation", "duration"],
        Danish(
            "reaction (svar på henvendelse), decision (afgørelse), start (hjælpen begynder), complaint (klage), "
            "cancellation (afbud), duration (varighed)."
        ),
    ]
    value: Annotated[
        Count | None, Danish("Antallet. Udelades, når teksten siger, at der ikke kan sættes en frist.")
    ] = None
    value_to: Annotated[Count | None, Danish("Øverste tal i et spænd, fx 6 i »4-6 uger«.")] = None
    unit: Annotated[Literal["hour", "day", "week", "month", "year"] | None, Danish("Enheden.")] = None
    day_kind: Annotated[
        Literal["calendar", "working", "unspecified"],
        Danish("calendar (kalenderdage), working (hverdage), unspecified (ikke oplyst)."),
    ] = "unspecified"
    bound: Annotated[Bound, Danish("max (højst), min (mindst), exact (præcis), approximate (cirka), unspecified.")] = (
        "unspecified"
    )
    anchor: Annotated[
        Literal["enquiry", "application", "grant", "visitation", "discharge", "decision", "other"] | None,
        Danish("Hvad fristen regnes fra: enquiry (henvendelse), application (ansøgning), grant (bevilling) ..."),
    ] = None
    unbounded: Annotated[bool, Danish("true, når teksten siger, at der ikke kan fastsættes en tid.")] = False

    def __post_init__(self) -> None:
        """A value needs its unit; without a value the text must say that there is no limit."""
        if (self.value is None) != self.unbounded or (self.value is not None and self.unit is None):
            raise ValueError("deadline_value")


@record
class FollowUp(FactBase):
    """How often the help is looked at again: at an interval, at set times after an event, when needed, or not at all."""

    kind: Annotated[Literal["follow_up"], Danish("Opfølgning.")]
    mode: Annotated[
        Literal["interval", "events", "ad_hoc", "continuous", "none"],
        Danish(
            "interval (fast), events (efter en hændelse), ad_hoc (efter behov), continuous (løbende), none (ingen)."
        ),
    ]
    interval: Annotated[Duration | None, Danish("Mellemrummet som ISO 8601, fx P6M for hver 6. måned.")] = None
    offsets: Annotated[tuple[Duration, ...], Danish("Tider efter hændelsen, fx P1M og P6M.")] = ()
    subject: Annotated[
        Literal["case", "plan", "standard"], Danish("Hvad der følges op på: case (hjælpen), plan eller standard.")
    ] = "case"

    def __post_init__(self) -> None:
        """An interval needs its length, events need their times."""
        if (self.mode == "interval") != (self.interval is not None) or (self.mode == "events") != bool(self.offsets):
            raise ValueError("follow_up_mode")


@record
class Extent(FactBase):
    """How much help: an amount per period, when in the day, or that it cannot be fixed."""

    kind: Annotated[Literal["extent"], Danish("Omfang.")]
    amount: Annotated[Amount | None, Danish("Mængden.")] = None
    unit: Annotated[
        Literal["hour", "minute", "time", "day", "week", "meal"] | None, Danish("Enheden, fx hour eller meal.")
    ] = None
    per: Annotated[
        Literal["day", "week", "month", "year", "delivery", "total"] | None, Danish("For hver, fx month.")
    ] = None
    bound: Annotated[Bound, Danish("max (højst), min (mindst), exact (præcis), approximate (cirka), unspecified.")] = (
        "unspecified"
    )
    window: Annotated[
        str | None, Danish("Tidspunkt på dagen eller ugen i kommunens ord, fx dagtimerne på hverdage.")
    ] = None
    modality: Annotated[Modality | None, Danish("Hvor fast det er: must, as_rule, may, exceptional.")] = None
    exception: Annotated[str | None, Danish("Undtagelsen i kommunens ord, fx aften i særlige tilfælde.")] = None
    unbounded: Annotated[bool, Danish("true, når teksten siger, at omfanget ikke kan fastsættes.")] = False


@record
class Price(FactBase):
    """What the citizen pays, in kroner."""

    kind: Annotated[Literal["price"], Danish("Pris.")]
    mode: Annotated[
        Literal["free", "fixed", "capped", "actual"],
        Danish("free (gratis), fixed (fast pris), capped (højst), actual (faktiske udgifter)."),
    ]
    amount: Annotated[Amount | None, Danish("Beløbet i kroner, med punktum som decimaltegn, fx 52.50.")] = None
    per: Annotated[
        Literal["meal", "portion", "hour", "day", "month", "year", "trip", "item"] | None, Danish("For hver.")
    ] = None
    year: Annotated[Count | None, Danish("Prisniveauets år.")] = None

    def __post_init__(self) -> None:
        """A fixed or highest price needs its amount."""
        if self.mode in ("fixed", "capped") and self.amount is None:
            raise ValueError("price_amount")


@record
class Provider(FactBase):
    """Who gives the help."""

    kind: Annotated[Literal["provider"], Danish("Leverandør.")]
    name: Annotated[str, Danish("Leverandørens navn.")]


@record
class SupplierChoice(FactBase):
    """Whether the citizen can choose who gives the help."""

    kind: Annotated[Literal["supplier_choice"], Danish("Valg af leverandør.")]
    mode: Annotated[
        Literal["none", "free", "approved_list", "voucher", "equivalent_offer"],
        Danish(
            "none (intet valg), free (frit), approved_list (godkendte), voucher (fritvalgsbevis), equivalent_offer."
        ),
    ]


@record
class Competence(FactBase):
    """What is asked of those who give the help."""

    kind: Annotated[Literal["competence"], Danish("Kompetencekrav.")]
    requirement: Annotated[str, Danish("Kravet i kommunens ord.")]
    professions: Annotated[tuple[str, ...], Danish("Uddannelser, der nævnes.")] = ()
    examples: Annotated[bool, Danish("true, når uddannelserne kun er eksempler (fx, eks., m.v.).")] = False


@record
class Obligation(FactBase):
    """What is asked of the citizen; `none: true` where the text says that nothing is."""

    kind: Annotated[Literal["obligation"], Danish("Borgerens pligter.")]
    text: Annotated[str | None, Danish("Pligten, kort.")] = None
    none: Annotated[bool, Danish("true, når teksten siger, at der ingen pligter er.")] = False

    def __post_init__(self) -> None:
        """Either a duty or none."""
        if (self.text is None) != self.none:
            raise ValueError("obligation_text")


@record
class Referrer(FactBase):
    """Who may make contact on the citizen's behalf, or oneself."""

    kind: Annotated[Literal["referrer"], Danish("Hvem der kan henvende sig.")]
    who: Annotated[tuple[str, ...], Danish("De nævnte, i kommunens ord, fx borgeren, naboer, pårørende.")]
    to: Annotated[tuple[str, ...], Danish("Hvem man henvender sig til.")] = ()
    examples: Annotated[bool, Danish("true, når de nævnte kun er eksempler (fx, eksempelvis, mv.).")] = False


@record
class Complaint(FactBase):
    """Where and how to complain, and over what."""

    kind: Annotated[Literal["complaint"], Danish("Klage.")]
    subject: Annotated[
        tuple[Literal["decision", "handling", "conduct", "execution", "supplier", "any"], ...],
        Danish(
            "Hvad der klages over: decision, handling (sagsbehandling), conduct (opførsel), execution (udførelse) ..."
        ),
    ]
    body: Annotated[str, Danish("Hvem der klages til.")]
    via: Annotated[str | None, Danish("Hvem klagen sendes gennem.")] = None
    period: Annotated[Duration | None, Danish("Klagefristen som ISO 8601, fx P4W.")] = None


@record
class ContactPoint(FactBase):
    """An address, a telephone number, a mailbox: whom to reach, and for what."""

    kind: Annotated[Literal["contact"], Danish("Kontakt.")]
    name: Annotated[str, Danish("Hvem det er.")]
    purpose: Annotated[Literal["general", "application", "complaint"], Danish("Hvad man kan henvende sig om.")] = (
        "general"
    )
    address: Annotated[str | None, Danish("Adresse, fx Gadenavn 1, 1234 By.")] = None
    phone: Annotated[Label | None, Danish("Telefonnummer.")] = None
    mail: Annotated[str | None, Danish("E-mailadresse.")] = None
    hours: Annotated[str | None, Danish("Åbningstider.")] = None


AnyFact = (
    Citation
    | TargetGroup
    | Age
    | Access
    | Referrer
    | ContactPoint
    | Deadline
    | Temporary
    | Extent
    | FollowUp
    | Provider
    | SupplierChoice
    | Competence
    | Price
    | Obligation
    | Anonymity
    | Voluntary
    | Complaint
)
Fact = Annotated[AnyFact, Tagged("kind")]
FACT_KINDS: tuple[str, ...] = tuple(
    get_args(get_args(each.__annotations__["kind"])[0])[0] for each in get_args(AnyFact)
)

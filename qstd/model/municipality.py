"""Municipality: what `municipality.yaml` says: name, code, contact, look, and the texts that its standards share."""

from dataclasses import field
from typing import Annotated, Literal

from qstd.model.field import FILLED, AtLeast, Danish, NumberToo, Pattern, Record, record
from qstd.model.standard import KEY, Waiver

# A file of its own folder that every browser can show.
LOGO = r"[A-Za-z0-9_][A-Za-z0-9_.-]*\.(?:svg|png|jpg|jpeg|webp)"
COLOUR = r"#[0-9a-fA-F]{6}"


@record
class Contact(Record):
    """How citizens reach the municipality."""

    address: Annotated[str | None, Danish("Postadresse, fx Gadenavn 1, 1234 By.")] = None
    phone: Annotated[Annotated[str, NumberToo()] | None, Danish("Telefonnummer, fx 12 34 56 78.")] = None
    mail: Annotated[str | None, Danish("E-mailadresse til en funktion, ikke til en person.")] = None
    web: Annotated[
        Annotated[str, Pattern(r"https?://\S+")] | None, Danish("Kommunens hjemmeside, fx https://www.eksempel.dk.")
    ] = None
    hours: Annotated[str | None, Danish("Åbningstider.")] = None


@record
class Colours(Record):
    """The stripe above each page, in light and dark view. Never behind text, never the only sign."""

    brand: Annotated[Annotated[str, Pattern(COLOUR)] | None, Danish("Kommunens farve, fx #2e6b4f.")] = None
    brand_dark: Annotated[
        Annotated[str, Pattern(COLOUR)] | None, Danish("En lysere tone af farven til mørk visning.")
    ] = None


@record
class Fragment(Record):
    """A text that several standards share. It may build on another one, whose text then comes first."""

    body: Annotated[str, Danish("Teksten, som Markdown.")] = ""
    use: Annotated[
        Annotated[str, Pattern(KEY)] | None, Danish("Navnet på en anden fælles tekst, der sættes ind før.")
    ] = None


@record
class KnownHeading(Record):
    """A heading that this municipality uses, and what a person has said its sections are about."""

    heading: Annotated[Annotated[str, Pattern(FILLED)], Danish("Overskriften, som kommunen skriver den.")]
    topic: Annotated[str, Danish("Hvad afsnittet handler om: en nøgle fra emnelisten.")]


@record
class PublishedDeadline(Record):
    """How long a case may take, as the municipality has published it for all its decisions."""

    service: Annotated[str, Danish("Ydelsen, som fristen gælder for: en nøgle fra kataloget, fx sel-85.")]
    role: Annotated[
        Literal["reaction", "decision", "start"],
        Danish("reaction (svar på henvendelse), decision (afgørelse) eller start (hjælpen begynder)."),
    ]
    value: Annotated[Annotated[int, AtLeast(1)], Danish("Antallet.")]
    unit: Annotated[Literal["hour", "day", "week", "month", "year"], Danish("Enheden.")]


@record
class YearlyTask(Record):
    """Something that the municipality does with its standards on the same day each year."""

    task: Annotated[
        Literal["review", "hearing", "approval"],
        Danish("review (standarden tages op), hearing (sendes i høring) eller approval (forelægges til godkendelse)."),
    ]
    day: Annotated[
        Annotated[str, Pattern(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")],
        Danish("Dagen hvert år som måned og dag, fx 09-15."),
    ]
    body: Annotated[str | None, Danish("Hvem der høres eller godkender, fx Handicaprådet.")] = None
    services: Annotated[
        tuple[str, ...], Danish("Ydelserne, som det gælder, fx sel-99. Udelades, når det gælder dem alle.")
    ] = ()


@record
class CmsFragment(Record):
    """How the fragments are that a content management system takes in, from the level of their first heading on."""

    heading_level: Annotated[
        Literal[1, 2, 3, 4, 5, 6], Danish("Overskriftsniveauet, som fragmentet begynder med: 1 til 6, ellers 2.")
    ] = 2
    title: Annotated[
        bool, Danish("Om fragmentet begynder med standardens titel. Skriv false, når siden selv viser den.")
    ] = True
    inline_style: Annotated[
        bool,
        Danish(
            "Om luft og streger skrives ind i selve elementerne. Skriv true, når CMS'et ikke kan få et typografiark."
        ),
    ] = False


@record
class Municipality(Record):
    """One municipality and what its standards have in common."""

    name: Annotated[
        Annotated[str, Pattern(FILLED)], Danish("Kommunens navn, som det skal stå på siderne, fx Lejre Kommune.")
    ]
    code: Annotated[Annotated[str, Pattern(r"[0-9]{4}")], Danish('Kommunekoden i anførselstegn, fx "0350".')]
    contact: Annotated[Contact | None, Danish("Kommunens kontaktoplysninger.")] = None
    logo: Annotated[Annotated[str, Pattern(LOGO)] | None, Danish("Billedfil i samme mappe, fx logo.svg.")] = None
    colours: Annotated[Colours, Danish("Kommunens farver.")] = field(default_factory=Colours)
    fragments: Annotated[dict[str, Fragment], Danish("Fælles tekster, som standarderne henter med `use: NAVN`.")] = (
        field(default_factory=dict)
    )
    headings: Annotated[
        tuple[KnownHeading, ...],
        Danish("Overskrifter, som kommunen bruger, og hvad de står over. De gør næste import sikrere."),
    ] = ()
    accessibility_statement: Annotated[
        Annotated[str, Pattern(r"https?://\S+")] | None,
        Danish("Adressen på kommunens tilgængelighedserklæring, fx https://www.was.digst.dk/eksempel-dk."),
    ] = None
    cms: Annotated[
        CmsFragment | None, Danish("Hvordan standarderne er, når kommunens eget CMS henter dem som fragment.")
    ] = None
    deadlines: Annotated[
        tuple[PublishedDeadline, ...],
        Danish("Sagsbehandlingsfrister, som kommunen har offentliggjort andetsteds (retssikkerhedsloven § 3)."),
    ] = ()
    year: Annotated[
        tuple[YearlyTask, ...], Danish("Kommunens årshjul: det, der sker med standarderne på faste dage hvert år.")
    ] = ()
    waive: Annotated[
        tuple[Waiver, ...],
        Danish("Anmærkninger, der er sat til side for alle kommunens standarder, med en begrundelse."),
    ] = ()

"""Standard: one municipality's quality standard for one service, as the municipality wrote it and as it is meant.

Two layers in one record. Sections are what was said: own number, heading and prose, in own order, word for word.
Facts are what it means: typed values, each with the sentence that says so.
"""

import datetime as dt
from dataclasses import fields
from typing import Annotated, Literal

from qstd.model.facts import Fact
from qstd.model.field import FILLED, Danish, NumberToo, Pattern, Record, Written, record

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
KEY = r"[a-z][a-z0-9_-]*"
DIGEST = r"[0-9a-f]{64}"
Date = Annotated[dt.date, Written(r"\d{4}-\d{2}-\d{2}", dt.date.fromisoformat, "date_parsing")]


@record
class ApprovedContent(Record):
    """What was approved, as digests of the standard's canonical form (`qstd.canon`) on that day."""

    form: Annotated[int, Danish("Nummeret på den faste form, som fingeraftrykkene er taget af.")]
    whole: Annotated[Annotated[str, Pattern(DIGEST)], Danish("Fingeraftrykket af hele standarden.")]
    sections: Annotated[dict[str, str], Danish("Fingeraftrykket af hvert afsnit efter afsnittets navn.")]


@record
class Approval(Record):
    """Who approved the standard, when, and the words in which the document says so."""

    date: Annotated[Date | None, Danish("Datoen for godkendelsen, fx 2015-10-05.")] = None
    body: Annotated[str | None, Danish("Hvem der godkendte, fx Byrådet eller Socialudvalget.")] = None
    text: Annotated[str | None, Danish("Ordene, som de står i dokumentet, fx »Godkendt den 5. oktober 2015«.")] = None
    effective_from: Annotated[Date | None, Danish("Datoen, standarden gælder fra.")] = None
    review_due: Annotated[Date | None, Danish("Datoen, standarden senest skal tages op igen.")] = None
    minutes: Annotated[
        Annotated[str, Pattern(r"https?://\S+")] | None,
        Danish("Adressen på referatet af mødet, fx https://www.eksempel.dk/referat."),
    ] = None
    content: Annotated[
        ApprovedContent | None,
        Danish("Fingeraftryk af det, der blev godkendt. Skrives af »qstd approve«; ret det ikke selv."),
    ] = None


@record
class Section(Record):
    """One section: the municipality's own number and heading, and its prose as Markdown.

    An empty body is information: the heading stands there and the text does not.
    """

    topic: Annotated[
        str | None, Danish("Hvad afsnittet handler om: en nøgle fra emnelisten, eller null når intet emne passer.")
    ] = None
    id: Annotated[
        Annotated[str, Pattern(KEY)] | None,
        Danish(
            "Afsnittets navn i denne fil. Udelades det, er navnet emnet. To afsnit med samme emne skal have hver sit."
        ),
    ] = None
    number: Annotated[
        Annotated[str, NumberToo()] | None,
        Danish("Kommunens eget afsnitsnummer, uden punktum. Udelades, hvis der ikke er et."),
    ] = None
    heading: Annotated[str, Danish("Kommunens egen overskrift, ord for ord.")] = ""
    body: Annotated[
        str, Danish("Afsnittets tekst, én sætning pr. linje. Tom tekst betyder, at overskriften står der uden tekst.")
    ] = ""
    use: Annotated[
        Annotated[str, Pattern(KEY)] | None,
        Danish("Navnet på en fælles tekst i municipality.yaml. Teksten sættes ind før afsnittets egen tekst."),
    ] = None
    audience: Annotated[
        Literal["everyone", "professional"],
        Danish("Hvem afsnittet er skrevet til: everyone (alle) eller professional (fagfolk)."),
    ] = "everyone"
    derived_from: Annotated[
        Annotated[str, Pattern(FILLED)] | None,
        Danish(
            "Hvor afsnittets ord er hentet, fx hvidovre/stoettekontaktperson#exclusions. Udelades, hvis de er jeres egne."
        ),
    ] = None

    @property
    def key(self) -> str:
        """The name by which evidence and links point to the section, unique in its standard; may be empty."""
        return self.id or self.topic or ""


@record
class Waiver(Record):
    """A finding that the municipality has decided to live with, and why."""

    code: Annotated[str, Danish("Koden på den anmærkning, der sættes til side, fx R003.")]
    reason: Annotated[str, Danish("Hvorfor den sættes til side. Skal skrives.")]
    section: Annotated[str | None, Danish("Kun i dette afsnit. Udelades for hele standarden.")] = None
    until: Annotated[Date | None, Danish("Til og med denne dato. Udelades, hvis den ikke har en ende.")] = None


@record
class StandardFile(Record):
    """What a standard's YAML file says."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    title: Annotated[Annotated[str, Pattern(FILLED)], Danish("Dokumentets titel, ord for ord.")]
    service: Annotated[Annotated[str, Pattern(SLUG)], Danish("Ydelsen: en nøgle fra kataloget, fx sel-99.")]
    language: Annotated[Literal["da", "en"], Danish("Sproget, teksten er skrevet på.")] = "da"
    status: Annotated[
        Literal["draft", "hearing", "approved", "in_force", "withdrawn"],
        Danish(
            "Hvor i forløbet standarden er: draft (kladde), hearing (høring), approved (godkendt), in_force (gældende), "
            "withdrawn (ophævet)."
        ),
    ]
    replaced_by: Annotated[
        Annotated[str, Pattern(rf"{SLUG}(?:/{SLUG})?")] | None,
        Danish("Standarden, der er trådt i stedet for denne, fx personlig-pleje. Kun når denne er ophævet."),
    ] = None
    approval: Annotated[Approval | None, Danish("Godkendelsen. Udelades, hvis dokumentet ikke nævner den.")] = None
    sections: Annotated[tuple[Section, ...], Danish("Afsnittene i kommunens egen rækkefølge.")] = ()
    facts: Annotated[
        tuple[Fact, ...], Danish("Oplysningerne, der kan sammenlignes. Hver oplysning har den sætning, den bygger på.")
    ] = ()
    waive: Annotated[tuple[Waiver, ...], Danish("Anmærkninger, der er sat til side med en begrundelse.")] = ()


@record
class Standard(StandardFile):
    """One quality standard: what its file says, and whose it is: the slug of the folder it stands in, or `LAW`."""

    municipality: str = ""


LAW = "law"
"""Stands where a municipality would, for the statute itself."""


def of(municipality: str, file: StandardFile) -> Standard:
    """Make the standard of a municipality from what its file says."""
    return Standard(**{each.name: getattr(file, each.name) for each in fields(file)}, municipality=municipality)


def section(standard: Standard, key: str) -> Section | None:
    """Find the section that evidence calls `key`; None where there is none."""
    return next((each for each in standard.sections if each.key == key), None)

"""One document with every block and inline in every role, for the tests of all writers.

Its text is made of what tends to break: markup characters, non-breaking spaces, long words, an unsafe address.
`test_html_kitchen_sink.py` sees to it that no role is forgotten.
"""

from typing import Literal

from qstd.model.document import (
    Blocks,
    Brand,
    Break,
    Cell,
    Del,
    Document,
    Emph,
    Heading,
    Ins,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from tests.writers.kitchen_tables import COMPARISON, FLAG, QUOTE, SPREAD, TEXTS, cell, column
from tests.writers.kitchen_tables import paragraph as paragraph
from tests.writers.kitchen_tables import words as words

LAW = "https://www.retsinformation.dk/eli/lta/2025/1129"
UNSAFE = "javascript:alert(1)"


HEAD: Blocks = (
    Heading(1, words("Kvalitetsstandard for hjælp & støtte efter § 99")),
    paragraph("Hjælpen opsøger de mest udsatte borgere.", kind="lead"),
    paragraph("Prøvekommune. Godkendt den 5. oktober 2015.", kind="meta"),
)

FACTS: Blocks = (
    Heading(2, words("Kort fortalt"), id="kort", kind="facts"),
    Items(
        (
            Item(
                (
                    paragraph(
                        "Kommunen svarer inden for ",
                        Strong(words("7 dage")),
                        ". ",
                        Link("#a1-1", words("Se afsnit 1"), hint="om svar", kind="source"),
                    ),
                ),
                label=words("Svar"),
            ),
            Item(
                (paragraph(Mark(words("Ikke oplyst."), "absent"), " Standarden nævner ingen pris."),),
                label=words("Pris"),
            ),
        ),
        kind="facts",
    ),
)

INLINES: Blocks = (
    Heading(2, words("Hvad er ydelsens lovgrundlag?"), id="a1", number="1", section="legal-basis"),
    paragraph(
        Mark(words("Der reageres inden for 7 dage."), "evidence", id="a1-1"),
        " Se ",
        Link(LAW + "#P99", words("servicelovens § 99"), title="Lov om social service § 99", kind="law"),
        " og ",
        Link(LAW + "#P85", words("§ 85"), title="Lov om social service § 85", kind="law"),
        ", ",
        Emph(words("fremhævet ", Strong(words("og vigtigt")))),
        ", <script>alert(1)</script> & »citat«",
        Break(),
        "ny linje med ",
        Ins(words("nye ord")),
        " og ",
        Del(words("gamle ord")),
        " og ",
        Mark(words("ord, som andre også har"), "shared"),
        ".",
        anchor="lovgrundlag",
    ),
    paragraph(
        Link("https://example.org/", words("Kommunens side"), title="Går til kommunens side"),
        ", ",
        Link("mailto:post@example.org", words("post@example.org")),
        ", ",
        Link("tel:+4512345678", words("12 34 56 78")),
        ", ",
        Link("../anden/side.html", words("en anden side")),
        " og ",
        Link(UNSAFE, words("en farlig adresse")),
        ".",
    ),
)

LISTS: Blocks = (
    Heading(2, words("Aktiviteter"), id="a2", number="4.1", section="activities"),
    Heading(3, words("Indsatsområder"), id="a2-1"),
    Items(
        (
            Item((paragraph("Støttesamtaler."),)),
            Item(
                (
                    paragraph("Rådgivning:"),
                    Items((Item((paragraph("om bolig"),)), Item((paragraph("om økonomi"),)))),
                )
            ),
            Item((paragraph("Et punkt"), paragraph("med to afsnit."))),
        )
    ),
    Items((Item((paragraph("tredje"),)), Item((paragraph("fjerde"),))), kind="ordered", start=3),
    Heading(4, words("Under under"), number="a"),
    paragraph("Socialpsykiatriskstøttekontaktpersonordningsudvalgsformandskab er ét langt ord."),
    paragraph("Et lille forbehold.", kind="small"),
)

NOTES: Blocks = (
    Heading(2, words("Særlige forhold"), id="a3", number="12", section="special"),
    Note(
        (paragraph("Overskriften står i standarden, men der er ingen tekst under den."),),
        kind="empty",
        title=words("Kommunen har ikke skrevet noget her."),
    ),
    Note(
        (paragraph("Prøvekommune", Break(), "Prøvevej 15", Break(), Link("tel:+4512345678", words("12 34 56 78"))),),
        kind="contact",
        title=words("Borgerrådgiveren"),
    ),
    FLAG,
    QUOTE,
    Note(
        (paragraph("En bemærkning."), Items((Item((paragraph("med en liste"),)),))), kind="info", title=words("Bemærk")
    ),
)


PLAIN_TABLE = Table(
    head=(Row((column("Ydelse"), column("Pris"))),),
    body=(
        Row((Cell((paragraph("Mad"),), header="row", rowspan=2), cell("52 kr."))),
        Row((cell("57 kr. med levering"),)),
        Row((Cell((paragraph("Alt andet koster ingenting."),), colspan=2),)),
    ),
    caption=words("Priser i 2025"),
)

TABLES: Blocks = (
    Heading(2, words("Priser"), id="a4", number="13"),
    PLAIN_TABLE,
    Heading(2, words("Oplysninger"), id="fakta"),
    paragraph("Hver værdi bygger på en sætning i standarden."),
    COMPARISON,
    Heading(2, words("Afsnit side om side"), id="afsnit"),
    TEXTS,
    SPREAD,
    Note((Note((paragraph("Hjælpen er gratis."),), kind="quote"),), kind="same", title=words("1 stykke til")),
)


def _row(name: str, price: str, change: Literal["", "ins", "del"] = "") -> Row:
    wrap = {"": lambda each: each, "ins": Ins, "del": Del}[change]
    cells = (words(*((wrap(words(each)),) if change else (each,))) for each in (name, price))
    return Row(tuple(Cell((Paragraph(each),)) for each in cells), change=change)


CHANGES: Blocks = (
    Heading(2, words("Ændringsnotat"), id="aendringsnotat"),
    Items(
        (
            Item(
                (
                    paragraph(Strong(words("Alder: ny aldersgrænse"))),
                    paragraph("Før: ikke nævnt. Nu: 18–64 år. ", Link("#a6", words("Se afsnit 6"), kind="source")),
                    NOTES[3],
                    NOTES[4],
                ),
                words(Mark(words("Mindre for borgeren"), "less")),
            ),
            Item((paragraph(Strong(words("Nu gratis"))),), words(Mark(words("Mere for borgeren"), "more"))),
            Item((paragraph(Strong(words("Personale"))),), words(Mark(words("Neutralt for borgeren"), "neutral"))),
            Item((paragraph(Strong(words("Pris"))),), words(Mark(words("Må vurderes"), "unknown"))),
        ),
        kind="changes",
    ),
    Heading(2, words("Hvem kan få hjælp?"), id="a6", number="6", tags=words(Mark(words("Indhold og flytning"), "tag"))),
    Paragraph(words("Første sætning. "), change="ins"),
    paragraph("Anden sætning er ", Del(words("u visiteret ")), Ins(words("uvisiteret ")), "og fri."),
    Paragraph(words(Ins(words("Et nyt stykke."))), change="ins", id="a6-aendring-1"),
    paragraph(
        Mark(words(Mark(words(Link("#a6-aendring-2", words("Flyttet til afsnit 7"))), "tag"), " En sætning."), "moved")
    ),
    Items(
        (
            Item((paragraph("første"),)),
            Item((Paragraph(words(Del(words("udgået"))), change="del"),)),
            Item((paragraph("anden"),)),
        ),
        kind="ordered",
    ),
    Heading(2, words(Del(words("Leverandør"))), id="a7", number="7", change="del"),
    Note(
        (Paragraph(words("Et flyttet stykke."), change="del", id="a6-aendring-2"),),
        kind="moved",
        title=words(Mark(words(Link("#a6", words("Flyttet til afsnit 6"))), "tag")),
    ),
    Heading(2, words(Ins(words("Valg af leverandør"))), id="a8", number="8", change="ins"),
    Table(
        (_row("Ydelse", "Pris"),), (_row("Mad", "52 kr."), _row("Vask", "20 kr.", "ins"), _row("Tur", "9 kr.", "del"))
    ),
    Note(
        (Heading(2, words("Klage"), id="a9", number="9"), paragraph("Som før.")),
        kind="same",
        title=words("Afsnit 9: uændret"),
    ),
)

LINKS: Blocks = (
    Heading(2, words("Flere standarder"), id="flere"),
    Items(
        (
            Item(
                (paragraph(Link("standard.html", words("Støtte- og kontaktperson"))), paragraph("Serviceloven § 99."))
            ),
            Item((paragraph(Link("anden.html", words("Lejre Kommune"))), paragraph("1 standard"))),
        ),
        kind="links",
    ),
    Items(
        (
            Item((paragraph(Link("standard.html", words("Ledsagelse")), " 14"), paragraph("§ 97", kind="small"))),
            Item((paragraph(Link("anden.html", words("Hjælpemidler")), " 9"),)),
        ),
        kind="index",
    ),
)

PROFESSIONAL: Blocks = (
    Heading(2, words("For fagfolk"), id="fagfolk", kind="professional"),
    paragraph("Skrevet til dem, der arbejder med hjælpen.", kind="small"),
    Heading(3, words("Kompetencekrav"), id="a10", number="10", section="competence"),
    paragraph("Personalet har en relevant uddannelse."),
    Heading(4, words("Supervision")),
    paragraph("Der er supervision hver måned."),
    Heading(3, words("Forpligtelser"), id="a11", section="obligations"),
    Note((paragraph("Kommunen har ikke skrevet noget her."),), kind="empty"),
    paragraph("Godkendt den 5. oktober 2015", kind="approval"),
)

KITCHEN_SINK = Document(
    title="Kvalitetsstandard for hjælp & støtte efter § 99",
    blocks=HEAD + FACTS + INLINES + LISTS + NOTES + TABLES + CHANGES + LINKS + PROFESSIONAL,
    short_title="Hjælp & støtte, § 99",
    author="Prøvekommune",
    subject="Hjælp & støtte, serviceloven § 99",
    description="Hjælpen opsøger de mest udsatte borgere. Prøvekommunes kvalitetsstandard.",
    date="2015-10-05",
    identifier="proevekommune/hjaelp",
    brand=Brand("Prøvekommune", "proevekommune", "#2e6b4f", "#63ad88"),
)

# A table of a text with more and longer words than a page or a telephone is wide.
_HEADS = (
    "Sagsbehandlingsfristen",
    "Rehabiliteringsforløb",
    "Egenbetalingsbeløb",
    "Leverandørvalgsmuligheder",
    "Kvalitetsstandardernes",
    "Hjemmesygeplejerskernes",
    "Visitationsafdelingen",
    "Kommunalbestyrelsens",
)
LONG_WORDS = (*_HEADS, *(f"{each.lower()}x" for each in _HEADS))
WIDE: Blocks = (
    Heading(2, (Text("Tabel"),), id="tabel"),
    Table(
        head=(Row(tuple(Cell((Paragraph((Text(each),)),), header="column") for each in LONG_WORDS[:8])),),
        body=(Row(tuple(Cell((Paragraph((Text(each),)),)) for each in LONG_WORDS[8:])),),
    ),
)

"""One document with every block and inline in every role, for the tests of all writers.

Its text is made of what tends to break: markup characters, non-breaking spaces, long words, an unsafe address.
`test_html_kitchen_sink.py` sees to it that no role is forgotten.
"""

from typing import Literal

from qstd.model.document import (
    Block,
    Blocks,
    Brand,
    Break,
    Cell,
    Del,
    Document,
    Emph,
    Heading,
    Inline,
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

LAW = "https://www.retsinformation.dk/eli/lta/2025/1129"
UNSAFE = "javascript:alert(1)"


def words(*inlines: str | Inline) -> tuple[Inline, ...]:
    """Return inlines, with plain strings as text."""
    return tuple(Text(each) if isinstance(each, str) else each for each in inlines)


def paragraph(
    *inlines: str | Inline,
    kind: Literal["", "lead", "meta", "small", "value", "approval"] = "",
    anchor: str = "",
) -> Paragraph:
    """Return a paragraph of strings and inlines."""
    return Paragraph(words(*inlines), kind=kind, id=anchor)


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
    Note((paragraph("2 af lovens 3 grupper er ikke med."),), kind="flag", title=words("Snævrere end loven")),
    Note((paragraph("»Ordlyden, som den står.«"),), kind="quote", title=words("Ordlyd, afsnit 6")),
    Note(
        (paragraph("En bemærkning."), Items((Item((paragraph("med en liste"),)),))), kind="info", title=words("Bemærk")
    ),
)


def _cell(
    *blocks: Block | str,
    column: str = "",
    kinds: tuple[Literal["law", "stated", "none", "empty", "absent", "text"], ...] = (),
    anchor: str = "",
) -> Cell:
    values = tuple(paragraph(each) if isinstance(each, str) else each for each in blocks)
    return Cell(values, kinds=kinds, column=column, id=anchor)


def _column(*lines: str, law: bool = False) -> Cell:
    first, *rest = lines
    blocks = (paragraph(first), *(paragraph(line, kind="small") for line in rest))
    return Cell(blocks, header="column", kinds=("law",) if law else ())


def _name(name: str, verdict: str) -> Cell:
    return Cell((paragraph(name), paragraph(verdict, kind="small")), header="row")


def _value(text: str, state: Literal["stated", "none", "empty", "absent"]) -> Paragraph:
    return paragraph(Mark(words(text), state), kind="value")


PLAIN_TABLE = Table(
    head=(Row((_column("Ydelse"), _column("Pris"))),),
    body=(
        Row((Cell((paragraph("Mad"),), header="row", rowspan=2), _cell("52 kr."))),
        Row((_cell("57 kr. med levering"),)),
        Row((Cell((paragraph("Alt andet koster ingenting."),), colspan=2),)),
    ),
    caption=words("Priser i 2025"),
)

COMPARISON = Table(
    head=(
        Row(
            (
                _column("Oplysning"),
                _column("Loven", "§ 99", law=True),
                _column("Hvidovre", "dato ikke oplyst"),
                _column("Lejre", "godkendt 5. oktober 2015"),
            )
        ),
    ),
    body=(
        Row((Cell((paragraph("For hvem"),), header="group", colspan=4),), kind="group"),
        Row(
            (
                _name("Personkreds", "Forskellig"),
                _cell(_value("3 grupper", "stated"), column="Loven", kinds=("law", "stated")),
                _cell(
                    _value("1 gruppe", "stated"),
                    paragraph("voksne med sindslidelser", kind="small"),
                    NOTES[3],
                    NOTES[4],
                    column="Hvidovre",
                    kinds=("stated",),
                    anchor="personkreds-hvidovre",
                ),
                _cell(_value("»ingen«", "none"), column="Lejre", kinds=("none",)),
            ),
            id="personkreds",
        ),
        Row(
            (
                _name("Pris", "Ingen oplyser"),
                _cell(_value("Ikke i § 99", "absent"), column="Loven", kinds=("law", "absent")),
                _cell(_value("Overskrift uden tekst", "empty"), column="Hvidovre", kinds=("empty",)),
                _cell(_value("Ikke oplyst", "absent"), column="Lejre", kinds=("absent",)),
            ),
            id="pris",
        ),
        Row((Cell((paragraph("Rettigheder"),), header="group", colspan=4),), kind="group"),
        Row(
            (
                _name("Frivillighed", "Ens"),
                _cell(_value("Ikke i § 99", "absent"), column="Loven", kinds=("law", "absent")),
                _cell(_value("Frivilligt", "stated"), column="Hvidovre", kinds=("stated",)),
                _cell(_value("Frivilligt", "stated"), column="Lejre", kinds=("stated",)),
            ),
            id="frivillighed",
            kind="same",
        ),
    ),
    kind="comparison",
)

TEXTS = Table(
    head=(Row((_column("Emne"), _column("Hvidovre"), _column("Lejre"))),),
    body=(
        Row(
            (
                _name("Formål", "Forskellig"),
                _cell(
                    Heading(4, words("Hvad er formålet?"), number="3"),
                    paragraph("At støtte. ", Mark(words("At bygge bro."), "shared")),
                    paragraph(Link("#personkreds", words("Tilsvarende hos Lejre: afsnit 3")), kind="small"),
                    column="Hvidovre",
                    kinds=("text",),
                ),
                _cell(Heading(4, words("Formål"), number="2"), "At bygge bro.", column="Lejre", kinds=("text",)),
            ),
            id="formaal",
        ),
    ),
    kind="texts",
)

TABLES: Blocks = (
    Heading(2, words("Priser"), id="a4", number="13"),
    PLAIN_TABLE,
    Heading(2, words("Oplysninger"), id="fakta"),
    paragraph("Hver værdi bygger på en sætning i standarden."),
    COMPARISON,
    Heading(2, words("Afsnit side om side"), id="afsnit"),
    TEXTS,
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
    paragraph("Godkendt den 5. oktober 2015", kind="approval"),
)

KITCHEN_SINK = Document(
    title="Kvalitetsstandard for hjælp & støtte efter § 99",
    blocks=HEAD + FACTS + INLINES + LISTS + NOTES + TABLES + LINKS,
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

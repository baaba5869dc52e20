"""What can change in a standard, each with the merged blocks that tell of it and the two versions as people would type
them (`tracked.lines`).

In the words `[-gone-]` is deleted, `{+new+}` inserted, `**bold**` important and `<words|address>` a link; a paragraph's
change is what happened to its end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Change,
    Del,
    Emph,
    Heading,
    Inline,
    Inlines,
    Ins,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)

_FORMS = re.compile(
    r"\[-(?P<gone>.*?)-\]|\{\+(?P<new>.*?)\+\}|\*\*(?P<bold>.*?)\*\*|<(?P<link>.*?)\|(?P<href>.*?)>|(?P<br>⏎)"
)


@dataclass(frozen=True)
class Case:
    """One kind of change. `old` and `new` are lines."""

    name: str
    blocks: Blocks
    old: str
    new: str

    def __str__(self) -> str:
        """As a test is called."""
        return self.name


def words(text: str) -> Inlines:
    """Return typed words as inlines."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Inline]:
    done = 0
    for found in _FORMS.finditer(text):
        if found.start() > done:
            yield Text(text[done : found.start()])
        done = found.end()
        if found["br"]:
            yield Break()
        elif found["href"] is not None:
            yield Link(found["href"], words(found["link"]))
        else:
            inner = words(found[found.lastgroup or ""])
            yield Del(inner) if found.lastgroup == "gone" else Ins(inner) if found["new"] else Strong(inner)
    if done < len(text):
        yield Text(text[done:])


def p(text: str, change: Change = "") -> Paragraph:
    return Paragraph(words(text), change=change)


def new(text: str) -> Paragraph:
    """A paragraph that the new version has."""
    return Paragraph((Ins(words(text)),), change="ins")


def gone(text: str) -> Paragraph:
    """A paragraph that the old version had."""
    return Paragraph((Del(words(text)),), change="del")


def section(number: str, text: str, name: str, change: Change = "") -> Heading:
    return Heading(2, words(text), number=number, section=name, id=name, change=change)


def bullets(*entries: Block | Blocks) -> Items:
    return Items(tuple(Item(each if isinstance(each, tuple) else (each,)) for each in entries))


def ordered(*entries: Block) -> Items:
    return Items(tuple(Item((each,)) for each in entries), "ordered")


def row(*cells: Block | Blocks, change: Change = "") -> Row:
    return Row(tuple(Cell(each if isinstance(each, tuple) else (each,)) for each in cells), change=change)


PRICES = (Row((Cell((p("Ydelse"),), "column"), Cell((p("Pris"),), "column"))),)
TALK = row(p("Samtale"), p("0 kr."))
NEW_ROW = row(new("Bad"), new("5 kr."), change="ins")
CASES = (
    Case("a word", (p("Hjælpen er [-midlertidig-]{+varig+}."),), "Hjælpen er midlertidig.", "Hjælpen er varig."),
    Case("a number", (p("Der svares inden [-4-]{+8+} uger."),), "Der svares inden 4 uger.", "Der svares inden 8 uger."),
    Case(
        "markup characters and spaces",
        (p("A\xa0[-<&-]{+&amp;>+} § 99\u2011a"),),
        "A\xa0<& § 99\u2011a",
        "A\xa0&amp;> § 99\u2011a",
    ),
    Case(
        "a link's target",
        (p("Se [-<loven|https://example.org/a>-]{+<loven|https://example.org/b>+} om det."),),
        "Se loven <https://example.org/a> om det.",
        "Se loven <https://example.org/b> om det.",
    ),
    Case(
        "words inside a link, and a link that comes",
        (
            p(
                "<Lov om [-pension-]{+service+}|https://example.org/a> og [-kun ord-]{+<en adresse|https://example.org/b>+}."
            ),
        ),
        "Lov om pension <https://example.org/a> og kun ord.",
        "Lov om service <https://example.org/a> og en adresse <https://example.org/b>.",
    ),
    Case(
        "bold that goes, and words inside bold",
        (p("Det er [-**vigtigt**-]{+vigtigt+}, og **[-meget-]{+ret+} klart**."),),
        "Det er **vigtigt**, og **meget klart**.",
        "Det er vigtigt, og **ret klart**.",
    ),
    Case("a line break", (p("Byvej 1[-⏎4000 By-]{+, 4000 By+}"),), "Byvej 1\n4000 By", "Byvej 1, 4000 By"),
    Case("paragraph first", (new("Ny."), p("Før."), p("Efter.")), "Før.\nEfter.", "Ny.\nFør.\nEfter."),
    Case("paragraph in the middle", (p("Før."), new("Ny."), p("Efter.")), "Før.\nEfter.", "Før.\nNy.\nEfter."),
    Case("paragraph last", (p("Før."), gone("Væk."), new("Ny.")), "Før.\nVæk.", "Før.\nNy."),
    Case(
        "new words on both sides of an old end",
        (p("a{+ b+}"), new("c"), p("d{+ e+}"), p("{+f +}g{+ h+}"), bullets(p("{+i +}j"))),
        "a\nd\ng\n- j",
        "a b\nc\nd e\nf g h\n- i j",
    ),
    Case(
        "old words on both sides of an old end",
        (p("a[- b-]"), gone("c"), p("d[- e-]"), p("[-f -]g[- h-]"), bullets(p("[-i -]j"))),
        "a b\nc\nd e\nf g h\n- i j",
        "a\nd\ng\n- j",
    ),
    Case("nothing is left", (gone("Væk."), gone("Også væk.")), "Væk.\nOgså væk.", ""),
    Case(
        "paragraphs before and after a table",
        (p("Før."), new("Ny."), gone("Væk."), Table(PRICES, (TALK,)), new("Også ny."), p("Efter.")),
        "Før.\nVæk.\n| Ydelse | Pris |\n| Samtale | 0 kr. |\nEfter.",
        "Før.\nNy.\n| Ydelse | Pris |\n| Samtale | 0 kr. |\nOgså ny.\nEfter.",
    ),
    Case(
        "paragraph between two tables",
        (Table((), (TALK,)), gone("Væk."), Table((), (TALK,)), gone("Væk.")),
        "| Samtale | 0 kr. |\nVæk.\n| Samtale | 0 kr. |\nVæk.",
        "| Samtale | 0 kr. |\n| Samtale | 0 kr. |",
    ),
    Case(
        "list entries",
        (p("Du får:"), bullets(new("nyt"), p("et [-to-]"), gone("væk"), p("tre"), new("sidst")), p("Slut.")),
        "Du får:\n- et to\n- væk\n- tre\nSlut.",
        "Du får:\n- nyt\n- et \n- tre\n- sidst\nSlut.",
    ),
    Case(
        "numbered entries, and a whole list",
        (ordered(new("nul"), p("et"), gone("to")), bullets(new("a"), new("b"))),
        "1. et\n1. to",
        "1. nul\n1. et\n- a\n- b",
    ),
    Case(
        "nested entries",
        (bullets((p("yder"), bullets(gone("a"), p("b"), new("c"))), (new("mere"), bullets(new("d")))), p("Slut.")),
        "- yder\n  - a\n  - b\nSlut.",
        "- yder\n  - b\n  - c\n- mere\n  - d\nSlut.",
    ),
    Case(
        "a nested list that comes and one that goes",
        (bullets((p("en"), bullets(new("a"), new("b"))), (p("to"), bullets(gone("c")))),),
        "- en\n- to\n  - c",
        "- en\n  - a\n  - b\n- to",
    ),
    Case(
        "entries that are moved to the end and from it",
        (
            *(bullets(gone("hjælp til bad"), p("mad"), new("hjælp til bad")), p("Og:")),
            *(bullets(new("hjælp til tøj"), p("tur"), gone("hjælp til tøj")), p("Slut.")),
        ),
        "- hjælp til bad\n- mad\nOg:\n- tur\n- hjælp til tøj\nSlut.",
        "- mad\n- hjælp til bad\nOg:\n- hjælp til tøj\n- tur\nSlut.",
    ),
    Case(
        "a paragraph that becomes an entry, and an entry that becomes a paragraph",
        (
            gone("Hjælp til bad."),
            bullets(new("Hjælp til bad."), gone("Hjælp til mad.")),
            new("Hjælp til mad."),
            p("Slut."),
        ),
        "Hjælp til bad.\n- Hjælp til mad.\nSlut.",
        "- Hjælp til bad.\nHjælp til mad.\nSlut.",
    ),
    Case(
        "sections that change places",
        (
            *(section("1", "[-Mål for ydelsen-]", "a", "del"), bullets(gone("at hjælpe dig"))),
            *(section("2", "Pris for ydelsen", "b"), p("Den er gratis.")),
            *(section("3", "{+Mål for ydelsen+}", "a", "ins"), bullets(new("at hjælpe dig")), p("Slut.")),
        ),
        "## 1.\nMål for ydelsen\n- at hjælpe dig\n## 2.\nPris for ydelsen\nDen er gratis.\nSlut.",
        "## 2.\nPris for ydelsen\nDen er gratis.\n## 3.\nMål for ydelsen\n- at hjælpe dig\nSlut.",
    ),
    Case(
        "words that move into another paragraph",
        (bullets(gone("at du kan bo hjemme")), p("Målet er {+at du kan bo hjemme+}.")),
        "- at du kan bo hjemme\nMålet er .",
        "Målet er at du kan bo hjemme.",
    ),
    Case(
        "an entry of two paragraphs gets another first one, and one loses its first",
        (bullets((new("A"), p("B")), (gone("C"), p("D"), p("E"))),),
        "- B\n- C\nD\nE",
        "- A\nB\n- D\nE",
    ),
    Case(
        "a nested list loses the words before it",
        (bullets((gone("A"), bullets(p("B")))),),
        "- A\n  - B",
        "  - B",
    ),
    Case(
        "bullets become numbers", (bullets(gone("a"), gone("b")), ordered(new("a"), new("b"))), "- a\n- b", "1. a\n1. b"
    ),
    Case(
        "labels",
        (
            Items(
                (
                    Item((p("[-4-]{+8+} uger"), new("Tælles fra ansøgning.")), words("Svar")),
                    Item((new("0 kr."),), words("{+Pris+}")),
                    Item((gone("Visitator"),), words("[-Hvem-]")),
                    Item((p("alle"),), words("[-Gruppe-]{+For+}")),
                ),
                "facts",
            ),
        ),
        "**Svar**\n4 uger\n**Hvem**\nVisitator\n**Gruppe**\nalle",
        "**Svar**\n8 uger\nTælles fra ansøgning.\n**Pris**\n0 kr.\n**For**\nalle",
    ),
    Case(
        "a table's cells",
        (
            Table(
                PRICES, (row(p("Samtale[- om dagen-]"), (p("0 kr."), new("Pr. gang."))), row(gone("Væk"), p("1 kr.")))
            ),
        ),
        "| Ydelse | Pris |\n| Samtale om dagen | 0 kr. |\n| Væk | 1 kr. |",
        "| Ydelse | Pris |\n| Samtale | 0 kr. / Pr. gang. |\n|  | 1 kr. |",
    ),
    Case(
        "a table's rows",
        (
            Table(
                PRICES,
                (
                    TALK,
                    row(new("Bad"), new("5 kr."), change="ins"),
                    row(gone("Tur"), gone("9 kr."), change="del"),
                    TALK,
                ),
            ),
        ),
        "| Ydelse | Pris |\n| Samtale | 0 kr. |\n| Tur | 9 kr. |\n| Samtale | 0 kr. |",
        "| Ydelse | Pris |\n| Samtale | 0 kr. |\n| Bad | 5 kr. |\n| Samtale | 0 kr. |",
    ),
    Case(
        "whole tables",
        (
            p("Før."),
            Table((), (NEW_ROW,), words("{+Nye priser+}")),
            Table((row(gone("Tur"), gone("9 kr."), change="del"),), (row(gone("Bus"), gone("7 kr."), change="del"),)),
        ),
        "Før.\n| Tur | 9 kr. |\n| Bus | 7 kr. |",
        "Før.\nNye priser\n| Bad | 5 kr. |",
    ),
    Case(
        "a table gets a column",
        (
            Table(
                (),
                (
                    row(gone("Bad"), gone("5 kr."), change="del"),
                    row(new("Bad"), new("5 kr."), new("Pr. gang"), change="ins"),
                ),
            ),
        ),
        "| Bad | 5 kr. |",
        "| Bad | 5 kr. | Pr. gang |",
    ),
    Case(
        "rows under a merged cell",
        (
            Table(
                (),
                (
                    Row((Cell((p("Hjælp"),), rowspan=2), Cell((p("Bad"),)))),
                    row(gone("Tur"), change="del"),
                    row(new("Bus"), change="ins"),
                ),
            ),
        ),
        "| Hjælp | Bad |\n|  | Tur |",
        "| Hjælp | Bad |\n|  | Bus |",
    ),
    Case(
        "a renamed heading",
        (section("3", "[-Formål-]{+Mål+}", "purpose"), p("Tekst.")),
        "## 3.\nFormål\nTekst.",
        "## 3.\nMål\nTekst.",
    ),
    Case(
        "sections that come and go",
        (
            section("1", "{+Nyt+}", "a", "ins"),
            new("Ny tekst."),
            section("2", "[-Gammelt-]", "b", "del"),
            gone("Gammel tekst."),
            section("3", "Mål", "c"),
            p("Tekst."),
            section("4", "{+Sidst+}", "d", "ins"),
            new("Ny tekst."),
        ),
        "## 2.\nGammelt\nGammel tekst.\n## 3.\nMål\nTekst.",
        "## 1.\nNyt\nNy tekst.\n## 3.\nMål\nTekst.\n## 4.\nSidst\nNy tekst.",
    ),
    Case(
        "a heading becomes text",
        (Heading(3, words("Mål"), change="del"), p("er at hjælpe.")),
        "### Mål\ner at hjælpe.",
        "Måler at hjælpe.",
    ),
    Case("a split", (p("En ting.[- -]", "ins"), p("En anden.")), "En ting. En anden.", "En ting.\nEn anden."),
    Case("a join", (p("En ting.{+ +}", "del"), p("En anden.")), "En ting.\nEn anden.", "En ting. En anden."),
    Case(
        "entries that are split and joined",
        (bullets(p("en[- og -]", "ins"), p("to"), p("tre{+ og +}", "del"), p("fire")),),
        "- en og to\n- tre\n- fire",
        "- en\n- to\n- tre og fire",
    ),
    Case(
        "text that becomes a list entry",
        (p("Du får[- -]", "ins"), bullets(p("bad."))),
        "- Du får bad.",
        "Du får\n- bad.",
    ),
    Case(
        "an entry of one paragraph becomes two",
        (bullets((p("Bad.[- -]", "ins"), p("Hver dag."))),),
        "- Bad. Hver dag.",
        "- Bad.\nHver dag.",
    ),
    Case(
        "in a quotation",
        (p("Før."), Note((p("Citat [-a-]{+b+}."), new("Mere."), bullets(gone("væk"))), "quote"), p("Efter.")),
        "Før.\nCitat a.\n- væk\nEfter.",
        "Før.\nCitat b.\nMere.\nEfter.",
    ),
    Case(
        "whole quotations",
        (Note((new("Ny."),), "quote"), Note((gone("Væk."), gone("Mere.")), "quote", words("[-Kilde-]")), p("Efter.")),
        "Kilde\nVæk.\nMere.\nEfter.",
        "Ny.\nEfter.",
    ),
    Case("last in a cell", (Table((), (row((p("a"), gone("b")), (new("c"),)),)),), "| a / b |  |", "| a | c |"),
    Case(
        "both inside emphasis",
        (Paragraph((Emph((Text("Det "), Del(words("gamle")), Ins(words("nye")), Text(" ord"))),)),),
        "*Det gamle ord*",
        "*Det nye ord*",
    ),
)

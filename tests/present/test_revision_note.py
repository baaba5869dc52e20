"""The change note: what it tells, in which order, and in which words."""

from dataclasses import replace
from typing import Any

import pytest

from qstd.compare.directions import REASONS as KEYS
from qstd.model.document import Mark, plain
from qstd.model.facts import Age, Deadline, Evidence
from qstd.model.standard import Approval, Standard
from qstd.present.revision import change_note, revision_document
from qstd.present.revision_quotes import sentences
from qstd.present.revision_words import REASONS
from qstd.writers import terminal
from tests.compare.version_cases import standard as case
from tests.conftest import Gold
from tests.present.revision_parts import OLD, edited, of, told, values
from tests.present.test_revision import is_complete, text_of

# ---------- The note ----------


def with_facts(standard: Standard, *facts: Any) -> Standard:
    return replace(standard, facts=facts)


def deadline(value: int, quote: str) -> Deadline:
    return Deadline(
        kind="deadline",
        role="decision",
        value=value,
        unit="week",
        bound="max",
        evidence=Evidence(section="scope", quote=quote),
    )


def evidence(quote: str) -> Evidence:
    return Evidence(section="price", quote=quote)


def test_facts_come_first_and_those_that_give_less_before_all() -> None:
    new = replace(edited(body="Der er en frist på 8 uger."), status="approved")
    young = Age(kind="age", min=18, evidence=evidence("gratis"))
    revision = of(
        with_facts(OLD, young, deadline(4, "frist på 4 uger")),
        with_facts(new, deadline(8, "frist på 8 uger")),
    )

    assert told(revision).split("\n") == [
        "Den nye udgave ændrer 1 af 2 afsnit. 2 ændringer gælder indholdet: 1 giver borgeren mindre, og 1 giver "
        "borgeren mere. Hertil kommer 1 ændring af dokumentets egne oplysninger.",
        "Mindre for borgeren",
        "Frist for afgørelse: længere ventetid",
        "Før: 4 uger. Nu: 8 uger. Se afsnit 2",
        "Ordlyd",
        "Før: »Der er en frist på 4 uger.«",
        "Nu: »Der er en frist på 8 uger.«",
        "Mere for borgeren",
        "Alder: aldersgrænsen er væk",
        "Før: Fra 18 år. Nu: ikke nævnt. Se afsnit 1",
        "Dokumentet",
        "Dokumentets egne oplysninger",
        "Status: før kladde, nu godkendt, gælder endnu ikke.",
    ]


def test_every_reason_has_words() -> None:
    assert set(KEYS) == set(REASONS)


def test_words_that_no_fact_covers_are_quoted_before_and_after() -> None:
    revision = of(OLD, edited(body="Der er en frist på 8 uger. Ny sætning her."))

    assert told(revision).split("\n") == [
        "Den nye udgave ændrer 1 af 2 afsnit. 1 ændring gælder indholdet. Det er ændret ordlyd, som skal læses.",
        "Indhold",
        "Afsnit 2, »Omfang«: ændret ordlyd",
        "Før: »Der er en frist på 4 uger.«",
        "Nu: »Der er en frist på 8 uger. Ny sætning her.« Se afsnit 2",
    ]


LONG = " ".join(f"ord{n}" for n in range(200))


@pytest.mark.parametrize("text", ["Hjælpen gives jf. § 99 i loven.", "Se stk. 2 og afsnit 3. Det gælder alle."])
def test_a_quote_does_not_end_at_an_abbreviation(text: str) -> None:
    first, *rest = [text[start:end] for start, end in sentences(text)]

    assert first in ("Hjælpen gives jf. § 99 i loven.", "Se stk. 2 og afsnit 3.")
    assert rest == [text.removeprefix(first).strip()] * bool(text.removeprefix(first))


def test_a_long_quote_is_cut_between_words() -> None:
    revision = of(edited(body=f"{LONG}."), edited(body=f"{LONG.replace('ord100', 'andet')}."))
    before, now = told(revision).split("\n")[3:5]

    assert before.startswith("Før: »… ord")
    assert before.endswith(" …«")
    assert set(before.removeprefix("Før: »… ").removesuffix(" …«").split()) <= set(LONG.split())
    assert "andet" in now


def test_a_link_that_leads_elsewhere_is_told() -> None:
    old, new = edited(body="Se [loven](https://a.dk/)."), edited(body="Se [loven](https://b.dk/).")

    assert "»loven« fører nu til https://b.dk/. Før: https://a.dk/. Se afsnit 2" in told(of(old, new))


def test_signs_and_spelling_are_told_last_and_shortly() -> None:
    old = edited(body="Ordningen er u visiteret for borgeren.\n\nDer er en frist her, og den gælder.")
    new = edited(body="Ordningen er uvisiteret for borgeren.\n\nDer er en frist her og den gælder.")
    lines = told(of(old, new)).split("\n")

    assert lines == [
        "Den nye udgave ændrer 1 af 2 afsnit. Indholdet er ikke ændret. Der er 1 sproglig rettelse og 1 rettelse af tegn "
        "og form.",
        "Sprog",
        "Sproglige rettelser",
        "»u visiteret« er blevet til »uvisiteret«. Se afsnit 2",
        "Tegn og form",
        "Kun tegn og form",
        "Tegn, store og små bogstaver, fremhævning og opdeling. Se afsnit 2",
    ]


def test_a_moved_sentence_says_from_where_to_where() -> None:
    moved = "Ordningen er til enhver tid frivillig for borgeren, og borgeren kan altid sige fra."
    gratis, penge = "Hjælpen er gratis for alle borgere.", "Alt andet koster penge her."
    old = case(f"T\n## price | 1 | Pris\n{gratis} {moved}\n## scope | 2 | Omfang\n{penge}\n")
    new = case(f"T\n## price | 1 | Pris\n{gratis}\n## scope | 2 | Omfang\n{penge} {moved}\n")
    revision = of(old, new)

    assert f"Flyttet fra afsnit 1 til afsnit 2\n»{moved}« Se afsnit 2" in told(revision)
    labels = [
        plain(each.inlines).replace("\u00a0", " ")
        for each in values(text_of(revision))
        if isinstance(each, Mark) and each.kind == "tag"
    ]
    assert "Flyttet til afsnit 2" in labels
    assert "Flyttet hertil fra afsnit 1" in labels
    is_complete(revision)


def test_approval_is_a_property_of_the_document() -> None:
    old = replace(OLD, approval=Approval(text="Godkendt den 5. oktober 2015"))
    new = replace(OLD, approval=Approval(text="Godkendt den 6. maj 2024"))

    assert "Dokumentets egne oplysninger\nFør: »Godkendt den 5. oktober 2015«" in told(of(old, new))
    is_complete(of(old, new))


def test_in_english_too() -> None:
    assert revision_document(of(OLD, edited(body="x")), "en").language == "en"


# ---------- A whole note ----------

BEFORE = case("""Standard for hjælp
## purpose | 1 | Formål
Hjælpen skal støtte borgeren i at leve et selvstændigt liv. Den skal også lette hverdagen for de pårørende.
## activities | 2 | Hvad omfatter hjælpen?
1. Støttesamtaler hver uge med borgeren
2. Rådgivning om bolig og økonomi
3. Ledsagelse til møder med myndigheder
4. Hjælp til at finde et fritidstilbud

Se [vejledningen](https://example.org/gammel).
## price | 3 | Pris
| Ydelse | Pris |
|---|---|
| Madservice | 52 kr. |
| Vask | 20 kr. |
## supplier | 4 | Leverandør
Hjemmeplejen i kommunen leverer hjælpen.
## follow_up | 5 | Opfølgning
Kommunen følger op efter tre måneder.
## complaints | 6 | Klage
Du kan klage til kommunen inden for fire uger. Klagen sendes til Ankestyrelsen.
""")
AFTER = case("""Standard for støtte og hjælp
## purpose | 1 | Formål
Hjælpen skal støtte borgeren i at leve et selvstændigt liv.

Den skal også lette hverdagen for de pårørende.
## activities | 2 | Hvad omfatter hjælpen?
1. Rådgivning om bolig og økonomi
2. Ledsagelse til møder med myndigheder
3. Støttesamtaler hver uge med borgeren

Se [vejledningen](https://example.org/ny).
## price | 3 | Hvad koster hjælpen?
| Ydelse | Pris |
|---|---|
| Madservice | 57 kr. |
| Tøjvask med levering | 35 kr. |
| Vask | 20 kr. |
## follow_up | 4 | Opfølgning
Kommunen følger op efter tre måneder.
## complaints | 5 | Klage
Du kan klage til kommunen inden for fire uger.
## appeal | 6 | Ankestyrelsen
Klagen sendes til Ankestyrelsen.
""")


def test_note_and_page_read_as_agreed(gold: Gold) -> None:
    old = replace(BEFORE, status="in_force", approval=Approval(text="Godkendt den 1. maj 2020"))
    new = replace(AFTER, status="in_force", approval=Approval(text="Godkendt den 2. juni 2024"))
    revision = of(old, new)

    is_complete(revision)
    gold("revision-note.txt", terminal.write(change_note(revision), 100, False))
    gold("revision-page.txt", terminal.write(revision_document(revision), 100, False))

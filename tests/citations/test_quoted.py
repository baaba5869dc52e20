"""Law text that a standard quotes, told from the municipality's own words."""

import pytest

from qstd.citations import law_text

BASELINE = (
    "Kommunalbestyrelsen sørger for tilbud om en støtte- og kontaktperson til personer med sindslidelser, til personer."
)
VERBATIM = "kommunalbestyrelsen  sørger for tilbud om en støtte og kontaktperson til personer med sindslidelser"

PARAGRAPHS = [
    (("§ 99. Kommunalbestyrelsen sørger for tilbud.", "Det gælder alle."), (True, True)),
    (("§ 99.", "Kommunalbestyrelsen sørger for tilbud."), (True, True)),
    (("Stk. 2.", "Borgeren betaler selv."), (True, True)),
    (("Servicelovens § 99.", "Kommunen giver støtte."), (False, False)),
    (("§ 99.", "Vi giver støtte."), (False, False)),
    (("§ 99.",), (False,)),
    (("Vi giver støtte.", "§ 99. Kommunalbestyrelsen sørger for tilbud."), (False, True)),
    (("»Kommunalbestyrelsen skal tilbyde hjælp.«",), (True,)),
    (("»Her står otte ord eller flere i gåseøjne.«",), (True,)),
    (("»Hjælp til selvhjælp.«",), (False,)),
    (("Vi kalder det »hjælp til selvhjælp« i vores kommune hver eneste dag.",), (False,)),
    ((VERBATIM,), (True,)),
    (("Kommunalbestyrelsen sørger for tilbud.",), (False,)),
    (("Kommunalbestyrelsen skal tilbyde hjælp.",), (False,)),
    (
        ("Serviceloven § 100: ”Kommunalbestyrelsen skal yde hjælp.", "Det er en betingelse.”", "Vi hjælper."),
        (True, True, False),
    ),
    ((), ()),
]


@pytest.mark.parametrize(("sentences", "expected"), PARAGRAPHS)
def test_law_text(sentences: tuple[str, ...], expected: tuple[bool, ...]) -> None:
    assert expected == law_text(sentences, BASELINE)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kommunalbestyrelsen skal tilbyde hjælp.", True),
        ("Kommunalbestyrelsen yder efter servicelovens § 99 hjælp.", False),
        ("Kommunalbestyrelsen yder hjælp efter serviceloven.", False),
        ("Kommunen skal tilbyde hjælp.", False),
    ],
)
def test_in_a_legal_basis_the_act_may_speak_without_marks(sentence: str, expected: bool) -> None:
    assert (expected,) == law_text((sentence,), basis=True)

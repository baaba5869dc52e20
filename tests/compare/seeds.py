"""Small standards after the two real ones, made by hand: enough of them for each state and each verdict."""

import datetime as dt
from typing import Any

from qstd.compare import Entry
from qstd.model.facts import (
    Age,
    Anonymity,
    AnyFact,
    Citation,
    Deadline,
    Evidence,
    FollowUp,
    Obligation,
    TargetGroup,
    Voluntary,
)
from qstd.model.standard import Approval, Section, Standard

THREE_GROUPS = ("mental_illness", "substance_misuse", "special_social_problems_without_home")


def said(section: str, quote: str) -> Evidence:
    """Where a fact stands."""
    return Evidence(section=section, quote=quote)


def basis(section: str, quote: str) -> Citation:
    """The citation of § 99."""
    return Citation(kind="citation", act="SEL", paragraph="99", role="basis", evidence=said(section, quote))


def groups(names: tuple[str, ...], section: str, quote: str, **more: Any) -> TargetGroup:
    """A target group fact."""
    return TargetGroup(kind="target_group", groups=names, evidence=said(section, quote), **more)


def standard(municipality: str, sections: tuple[Section, ...], facts: tuple[AnyFact, ...], **more: Any) -> Standard:
    """A standard for § 99."""
    values = {"title": "Kvalitetsstandard § 99", "status": "in_force"} | more
    return Standard(schema=1, service="sel-99", municipality=municipality, sections=sections, facts=facts, **values)


LAW = standard(
    "law",
    (
        Section(
            topic="target_group",
            number="§ 99",
            heading="Lovens ordlyd",
            body="Kommunalbestyrelsen sørger for tilbud om en støtte- og kontaktperson til personer med sindslidelser, "
            "til personer med et stof- eller alkoholmisbrug samt til personer med særlige sociale problemer.",
        ),
    ),
    (
        basis("target_group", "Kommunalbestyrelsen sørger for tilbud"),
        groups(THREE_GROUPS, "target_group", "til personer med sindslidelser"),
    ),
    title="Lov om social service § 99",
)

HVIDOVRE = standard(
    "hvidovre",
    (
        Section(
            topic="legal_basis", number="1", heading="Hvad er ydelsens lovgrundlag?", body="Lov om social service § 99."
        ),
        Section(
            topic="need",
            number="2",
            heading="Hvilket behov dækker ydelsen",
            body="Ordningen henvender sig til voksne mellem 18 – 64 år.",
        ),
        Section(
            topic="target_group",
            number="6",
            heading="Hvem kan modtage ydelsen?",
            body="Ordningen er målrettet mod de mest udsatte voksne personer med sindslidelser.",
        ),
        Section(topic="obligations", number="10", heading="Hvilke forpligtigelser har borgeren?", body="ingen\n"),
        Section(topic="price", number="11", heading="Hvad koster ydelsen?"),
        Section(
            topic="follow_up",
            number="13",
            heading="Hvordan følges op på ydelsen?",
            body="Den socialfaglige indsats evalueres hver 6. måned.",
        ),
        Section(
            topic="special",
            number="14",
            heading="Er der særlige forhold borgeren skal være opmærksom på?",
            body="Ordningen ydes som et frivilligt tilbud og brugeren har ret til at være anonym.",
        ),
    ),
    (
        basis("legal_basis", "Lov om social service § 99"),
        groups(("mental_illness",), "target_group", "voksne personer med sindslidelser"),
        Age(kind="age", min=18, max=64, evidence=said("need", "voksne mellem 18 – 64 år")),
        Obligation(kind="obligation", none=True, evidence=said("obligations", "ingen")),
        FollowUp(kind="follow_up", mode="interval", interval="P6M", evidence=said("follow_up", "hver 6. måned")),
        Anonymity(kind="anonymity", mode="right", evidence=said("special", "ret til at være anonym")),
        Voluntary(kind="voluntary", value=True, evidence=said("special", "frivilligt tilbud")),
    ),
    title="Kvalitetsstandard for Støtte- og kontaktperson-ordningen",
)

LEJRE = standard(
    "lejre",
    (
        Section(
            topic="legal_basis",
            number="1",
            heading="Hvad er ydelsens lovgrundlag?",
            body="Kommunalbestyrelsen yder efter Servicelovens § 99 støttekontaktperson.",
        ),
        Section(
            topic="activities",
            number="3",
            heading="Hvilke aktiviteter indgår i ydelsen?",
            body="Støtte- og kontaktpersonen kan tilbyde brugeren at være anonym.\n"
            "Ordningen er til enhver tid frivillig.",
        ),
        Section(
            topic="target_group",
            number="6",
            heading="Hvem kan modtage ydelsen?",
            body="De mest isolerede sindslidende, stof- og alkoholmisbrugere og hjemløse.",
        ),
        Section(
            topic="case_deadline",
            number="10",
            heading="Sagsbehandlingsfrist",
            body="Der vil blive reageret inden for 7 dage på en henvendelse.",
        ),
        Section(topic="follow_up", number="11", heading="Opfølgning", body="Der vil ikke ske en opfølgning."),
        Section(topic="special", number="12", heading="Særlige forhold"),
        Section(id="horsager", number="14", heading="Huset Horsager", body="Huset er åbent for alle."),
    ),
    (
        basis("legal_basis", "Servicelovens § 99"),
        groups(
            THREE_GROUPS[::-1],
            "target_group",
            "sindslidende, stof- og alkoholmisbrugere og hjemløse",
            text="sindslidende, misbrugere og hjemløse",
        ),
        Deadline(
            kind="deadline",
            role="reaction",
            value=7,
            unit="day",
            bound="max",
            anchor="enquiry",
            evidence=said("case_deadline", "inden for 7 dage på en henvendelse"),
        ),
        FollowUp(kind="follow_up", mode="none", evidence=said("follow_up", "ikke ske en opfølgning")),
        Anonymity(kind="anonymity", mode="offered", evidence=said("activities", "kan tilbyde brugeren at være anonym")),
        Voluntary(kind="voluntary", value=True, evidence=said("activities", "til enhver tid frivillig")),
    ),
    title="Kvalitetsstandard for opsøgende støttekontaktperson",
    approval=Approval(date=dt.date(2015, 10, 5), text="Godkendt den 5. oktober 2015"),
)

ENTRIES = (
    Entry("hvidovre/stoette-og-kontaktperson", "Hvidovre", HVIDOVRE),
    Entry("lejre/stoettekontaktperson", "Lejre", LEJRE),
    Entry("law/sel-99", "Loven", LAW),
)

"""Sentences that state a fact, each with the fact that it states: ages, deadlines, prices and the rest, as they vary."""

import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Values = dict[str, Any]


class Saying(NamedTuple):
    """A sentence, the facts that it states, and the topics that it may stand under, the usual one first."""

    topics: tuple[str, ...]
    sentence: str
    facts: tuple[Values, ...]


Make = Callable[[random.Random], Iterator[Saying]]
UNITS = {"hour": ("time", "timer"), "day": ("dag", "dage"), "week": ("uge", "uger"), "month": ("måned", "måneder")}
SERVICES = ("Socialpsykiatrien", "Gadeteamet", "Team Opsøgende", "Center for Rusmidler", "Huset på Torvet", "Broen")


def citation(rng: random.Random) -> Iterator[Saying]:
    """The provision that the help rests on, and often the one that it borders on."""
    basis = rng.choice(["Hjælpen gives efter § 99 i lov om social service.", "Ydelsen gives efter servicelovens § 99."])
    yield Saying(("legal_basis",), basis, ({"kind": "citation", "act": "SEL", "paragraph": "99", "role": "basis"},))
    if rng.random() < 0.6:
        line = rng.choice(
            [
                "Der kan ikke samtidig gives socialpædagogisk støtte efter § 85.",
                "Støtte i hjemmet efter § 85 hører under et andet tilbud.",
            ]
        )
        fact = {"kind": "citation", "act": "SEL", "paragraph": "85", "role": "boundary"}
        yield Saying(("boundary", "exclusions", "scope"), line, (fact,))


def target_group(rng: random.Random) -> Iterator[Saying]:
    """The three groups of the act, or fewer."""
    words = {
        "mental_illness": "mennesker med sindslidelser",
        "substance_misuse": "mennesker med et misbrug af stoffer eller alkohol",
        "special_social_problems_without_home": "mennesker med særlige sociale problemer, som ikke har en bolig",
    }
    groups = list(words) if rng.random() < 0.6 else rng.sample(list(words), rng.randint(1, 2))
    named = [words[each] for each in groups]
    text = ", ".join(named[:-1]) + " og " + named[-1] if len(named) > 1 else named[0]
    sentence = rng.choice([f"Tilbuddet er for {text}.", f"Målgruppen er {text}."])
    yield Saying(("target_group",), sentence, ({"kind": "target_group", "groups": groups, "text": text},))


def age(rng: random.Random) -> Iterator[Saying]:
    """From 18 years on, with or without an end."""
    high = rng.choice([None, None, 64, 65, 67])
    if rng.random() < 0.25:
        return
    if rng.random() < 0.15:
        fact: Values = {"max_ref": "pension_age"}
        sentence = "Hjælpen gives fra 18 år og indtil folkepensionsalderen."
    elif high:
        sentence, fact = f"Ordningen henvender sig til voksne mellem 18 og {high} år.", {"max": high}
    else:
        sentence, fact = rng.choice(["Borgeren skal være fyldt 18 år.", "Man skal være over 18 år."]), {}
    yield Saying(("target_group", "need"), sentence, ({"kind": "age", "min": 18, **fact},))


def access(rng: random.Random) -> Iterator[Saying]:
    """Without a decision in most places."""
    mode, sentence = rng.choice(
        [
            ("unvisited", "Der er tale om en uvisiteret ordning."),
            ("unvisited", "Tilbuddet kræver ingen visitation."),
            ("unvisited", "Hjælpen gives uden forudgående visitation."),
            ("visited", "Hjælpen bevilges af kommunens visitation."),
            ("referred", "Borgeren henvises af en anden myndighed eller af sin læge."),
        ]
    )
    yield Saying(("target_group", "application", "scope"), sentence, ({"kind": "access", "mode": mode},))


def referrer(rng: random.Random) -> Iterator[Saying]:
    """Who may call, and whom."""
    who = rng.sample(["borgeren", "pårørende", "naboer", "jobcentret", "egen læge", "boligselskabet", "politiet"], 4)
    to = rng.choice(SERVICES)
    sentence = f"{who[0].capitalize()}, {who[1]}, {who[2]} og {who[3]} kan rette henvendelse til {to}."
    yield Saying(("application", "contact"), sentence, ({"kind": "referrer", "who": who, "to": [to]},))


def contact(rng: random.Random) -> Iterator[Saying]:
    """A telephone that cannot exist: no number begins with 00."""
    name, phone = rng.choice(SERVICES), " ".join(("00", *(f"{rng.randint(10, 99)}" for _ in range(3))))
    fact = {"kind": "contact", "name": name, "purpose": "application", "phone": phone}
    yield Saying(("contact", "application"), f"{name} træffes på telefon {phone}.", (fact,))


def deadline(rng: random.Random) -> Iterator[Saying]:
    """How soon one is answered, how soon the help begins, and now and then how soon a case is decided."""
    yield _deadline(
        rng,
        "reaction",
        "enquiry",
        ("case_deadline", "application"),
        "Der vil blive reageret inden for {} på en henvendelse.",
    )
    if rng.random() < 0.5:
        yield _deadline(
            rng, "start", "enquiry", ("start_deadline", "scope"), "Det første besøg sker senest {} efter henvendelsen."
        )
    if rng.random() < 0.3:
        yield _deadline(rng, "decision", "application", ("case_deadline",), "En ansøgning bliver afgjort inden for {}.")


def _deadline(rng: random.Random, role: str, anchor: str, topics: tuple[str, ...], sentence: str) -> Saying:
    value, unit = rng.choice(
        [
            (24, "hour"),
            (3, "day"),
            (5, "day"),
            (7, "day"),
            (14, "day"),
            (2, "week"),
            (4, "week"),
            (8, "week"),
            (1, "month"),
        ]
    )
    fact = {"kind": "deadline", "role": role, "value": value, "unit": unit, "bound": "max", "anchor": anchor}
    words = f"{value} {UNITS[unit][value > 1]}"
    if unit == "day" and rng.random() < 0.5:
        fact["day_kind"], words = "working", f"{value} hverdage"
    return Saying(topics, sentence.format(words), (fact,))


def temporary(rng: random.Random) -> Iterator[Saying]:
    """Whether it is meant to end."""
    value = rng.random() < 0.5
    sentence = "Ordningen er opsøgende og midlertidig." if value else "Tilbuddet er ikke midlertidigt."
    yield Saying(("scope", "purpose"), sentence, ({"kind": "temporary", "value": value},))


def extent(rng: random.Random) -> Iterator[Saying]:
    """Hours a week, a part of the day, or no limit."""
    kind = rng.choice(["hours", "window", "unbounded"])
    if kind == "hours":
        hours = rng.choice([2, 3, 4, 5, 8])
        sentence = f"Der kan højst gives {hours} timer om ugen."
        fact = {"amount": hours, "unit": "hour", "per": "week", "bound": "max"}
    elif kind == "window":
        window = rng.choice(
            ["i dagtimerne på hverdage", "mellem kl. 8 og kl. 16", "hele døgnet", "fra mandag til fredag"]
        )
        sentence, fact = f"Ordningen ydes fortrinsvis {window}.", {"window": window, "modality": "as_rule"}
    else:
        sentence, fact = "Der er ingen fast grænse for, hvor længe hjælpen kan gives.", {"unbounded": True}
    yield Saying(("scope",), sentence, ({"kind": "extent", **fact},))


def follow_up(rng: random.Random) -> Iterator[Saying]:
    """At an interval, when needed, or not at all."""
    months = rng.choice([3, 6, 12])
    sentence, fact = rng.choice(
        [
            (f"Indsatsen evalueres hver {months}. måned.", {"mode": "interval", "interval": f"P{months}M"}),
            (f"Der følges op på hjælpen hver {months}. måned.", {"mode": "interval", "interval": f"P{months}M"}),
            ("Der følges op efter behov.", {"mode": "ad_hoc"}),
            ("Der vil ikke ske en opfølgning, da borgeren ikke er registreret.", {"mode": "none"}),
        ]
    )
    yield Saying(("follow_up",), sentence, ({"kind": "follow_up", **fact},))


def provider(rng: random.Random) -> Iterator[Saying]:
    """Who gives the help, and whether one can choose."""
    name = rng.choice(SERVICES)
    yield Saying(
        ("supplier", "scope", "application"), f"Hjælpen leveres af {name}.", ({"kind": "provider", "name": name},)
    )
    if rng.random() < 0.5:
        fact = {"kind": "supplier_choice", "mode": "none"}
        yield Saying(("supplier", "special"), "Der er ikke frit valg af leverandør.", (fact,))


def competence(rng: random.Random) -> Iterator[Saying]:
    """Which training the staff have."""
    trained = rng.sample(
        ["pædagog", "socialrådgiver", "sygeplejerske", "ergoterapeut", "social- og sundhedsassistent"], 2
    )
    requirement = f"uddannelse som {trained[0]} eller {trained[1]}"
    fact = {"kind": "competence", "requirement": requirement, "professions": trained}
    yield Saying(("competence",), f"Medarbejderne har en {requirement}.", (fact,))


def price(rng: random.Random) -> Iterator[Saying]:
    """Free, as a rule."""
    if rng.random() < 0.85:
        sentence = rng.choice(
            ["Hjælpen er gratis.", "Det koster ikke noget at få en kontaktperson.", "Ydelsen er gratis for borgeren."]
        )
        fact: Values = {"mode": "free"}
    else:
        amount = rng.choice([25, 40, 55])
        sentence, fact = f"Et måltid koster {amount} kr.", {"mode": "fixed", "amount": amount, "per": "meal"}
    yield Saying(("price",), sentence, ({"kind": "price", **fact},))


def anonymity(rng: random.Random) -> Iterator[Saying]:
    """A right in some places, an offer in others."""
    mode, sentence = rng.choice(
        [
            ("right", "Borgeren har ret til at være anonym."),
            ("offered", "Kontaktpersonen kan tilbyde borgeren at være anonym."),
            ("none", "Man kan ikke være anonym."),
        ]
    )
    yield Saying(("special", "activities", "target_group"), sentence, ({"kind": "anonymity", "mode": mode},))


def voluntary(rng: random.Random) -> Iterator[Saying]:
    """Free to take, and mostly free to leave."""
    leave = rng.random() < 0.6
    sentence = "Ordningen er frivillig for borgeren"
    sentence += ", og borgeren kan altid sige fra igen." if leave else "."
    fact = {"kind": "voluntary", "value": True, **({"leave_anytime": True} if leave else {})}
    yield Saying(("special", "activities", "obligations"), sentence, (fact,))


def complaint(rng: random.Random) -> Iterator[Saying]:
    """To the leader, to an ombudsman of the municipality, within some weeks."""
    weeks = rng.choice([None, 4, 4, 6])
    body = rng.choice(["lederen af teamet", "borgerrådgiveren", "socialforvaltningen"])
    sentence = f"Klager over hjælpen rettes til {body}" + (f" inden {weeks} uger." if weeks else ".")
    fact: Values = {"kind": "complaint", "subject": ["execution"], "body": body}
    yield Saying(("complaints", "special"), sentence, ({**fact, **({"period": f"P{weeks}W"} if weeks else {})},))


MAKERS: tuple[Make, ...] = (
    citation,
    target_group,
    age,
    access,
    referrer,
    contact,
    deadline,
    temporary,
    extent,
    follow_up,
    provider,
    competence,
    price,
    anonymity,
    voluntary,
    complaint,
)

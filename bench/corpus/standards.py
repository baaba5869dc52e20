"""One generated standard: which sections it has, what stands in them, and the facts that its sentences state."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bench.corpus.sayings import MAKERS, Saying, Values
from bench.corpus.wording import pools, worded
from qstd.catalogue import KnownMunicipality
from qstd.model.standard import Standard, StandardFile, of
from qstd.model.validate import read

ALWAYS = (
    "legal_basis",
    "purpose",
    "target_group",
    "activities",
    "scope",
    "competence",
    "application",
    "case_deadline",
    "price",
    "follow_up",
    "complaints",
)
OFTEN = ("need", "exclusions", "supplier", "obligations", "quality_goals", "special", "contact")
SELDOM = ("values", "about_standard", "boundary", "user_involvement", "action_plan", "start_deadline", "local")
TITLES = (
    "Kvalitetsstandard for støtte- og kontaktperson",
    "Kvalitetsstandard for støtte- og kontaktpersonordningen",
    "Kvalitetsstandard: Opsøgende støtte- og kontaktperson efter servicelovens § 99",
    "Støtte- og kontaktperson i {kommune}",
)
BODIES = ("Byrådet", "Kommunalbestyrelsen", "Socialudvalget")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
NONE = ("ingen", "Ingen.", "Nej.")
LONGEST = 35  # words of the longest sentence and of the longest title
CAN_BE_HOLLOW = ("obligations", "special", "exclusions", "price")


@dataclass
class Draft:
    """A section while it is being written. `paragraphs` are lists of sentences, one a line; `closing` is what follows
    them as it stands (a list, a table); `whole` sections get no more sentences.
    """

    topic: str
    heading: str
    paragraphs: list[list[str]] = field(default_factory=list)
    closing: str = ""
    whole: bool = False
    left: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The name by which facts find the section."""
        return "lokalt" if self.topic == "local" else self.topic

    def body(self) -> str:
        """The text as Markdown."""
        parts = ["\n".join(each) for each in self.paragraphs] + ([self.closing] if self.closing else [])
        return "\n\n".join(parts) + "\n" if parts else ""

    def words(self) -> int:
        """How many words it has, heading and all."""
        return len(self.heading.split()) + len(self.body().split())


class Writer:
    """Writes the standard of one municipality; the same random numbers give the same standard."""

    def __init__(self, municipality: KnownMunicipality, rng: random.Random) -> None:
        self.municipality, self.rng = municipality, rng
        self.anywhere = self._shuffled(pools()["anywhere"].stock)

    def standard(self, words: tuple[int, int]) -> Standard:
        """Write it with a number of words between the two."""
        drafts = self._drafts()
        facts = list(self._say(drafts))
        self._fill(drafts, self.rng.randint(words[0], words[1] - LONGEST))
        values = {"schema": 1, "title": self._worded(self.rng.choice(TITLES)), "service": "sel-99", **self._approval()}
        numbered = self.rng.random() < 0.8
        values["sections"] = [_section(each, at + 1 if numbered else None) for at, each in enumerate(drafts)]
        verdict = read(StandardFile, {**values, "facts": facts})
        if verdict.record is None:
            raise ValueError(f"{self.municipality.slug}: {verdict.faults}")
        return of(self.municipality.slug, verdict.record)

    def _worded(self, template: str) -> str:
        return worded(template, self.rng, self.municipality)

    def _shuffled(self, templates: tuple[str, ...]) -> list[str]:
        return self.rng.sample([self._worded(each) for each in templates], len(templates))

    def _drafts(self) -> list[Draft]:
        """Choose 13 to 15 sections, in an order that is nearly the usual one."""
        size = self.rng.randint(13, 15) - len(ALWAYS)
        seldom = self.rng.sample(SELDOM, self.rng.randint(0, size))
        chosen = {*ALWAYS, *seldom, *self.rng.sample(OFTEN, size - len(seldom))}
        usual = [each for each in pools() if each in chosen]
        if self.rng.random() < 0.5:
            at = self.rng.randrange(len(usual) - 1)
            usual[at], usual[at + 1] = usual[at + 1], usual[at]
        drafts = [Draft(each, self._worded(self.rng.choice(pools()[each].headings))) for each in usual]
        hollow = self.rng.sample(CAN_BE_HOLLOW, 2)
        for draft in drafts:
            self._begin(draft, hollow)
        return drafts

    def _begin(self, draft: Draft, hollow: list[str]) -> None:
        pool = pools()[draft.topic]
        if draft.topic in hollow and self.rng.random() < 0.6:
            draft.whole = True
            draft.paragraphs = [[self.rng.choice(NONE)]] if draft.topic == hollow[0] else []
            return
        draft.left = self._shuffled(pool.stock)
        if pool.common and self.rng.random() < 0.5:
            draft.paragraphs.append([self._near(self.rng.choice(pool.common))])
        if pool.items:
            entries = [f"- {self._near(each)}." for each in self.rng.sample(pool.items, self.rng.randint(4, 5))]
            draft.closing = "\n".join(entries)
            if self.rng.random() < 0.4:
                draft.closing = (
                    f"### {self.rng.choice(['Det kan være', 'Eksempler', 'I hovedtræk'])}\n\n{draft.closing}"
                )
        if draft.topic == "case_deadline" and self.rng.random() < 0.3:
            draft.closing = self._table()

    def _near(self, template: str) -> str:
        """Word a shared paragraph: in most places the usual words."""
        usual = random.Random(0)  # the same choices for all
        return worded(template, usual if self.rng.random() < 0.8 else self.rng, self.municipality)

    def _table(self) -> str:
        rows = [("Akut fare", "straks"), ("Bekymring", f"{self.rng.randint(2, 9)} dage"), ("Andet", "2 uger")]
        lines = ["| Henvendelse | Svar |", "| --- | --- |", *(f"| {first} | {second} |" for first, second in rows)]
        return "\n".join(lines)

    def _say(self, drafts: list[Draft]) -> Iterator[Values]:
        """Let the sections state facts, each under its usual topic or under another one."""
        for draft in drafts:
            if draft.whole and draft.topic == "obligations" and draft.paragraphs:
                yield _with_evidence({"kind": "obligation", "none": True}, draft, draft.paragraphs[0][0])
        open_ones = {each.topic: each for each in drafts if not each.whole}
        for make in MAKERS:
            for saying in make(self.rng):
                host = self._host(saying, open_ones)
                if host is not None:
                    host.paragraphs.append([saying.sentence])
                    yield from (_with_evidence(fact, host, saying.sentence) for fact in saying.facts)

    def _host(self, saying: Saying, drafts: dict[str, Draft]) -> Draft | None:
        there = [drafts[each] for each in saying.topics if each in drafts]
        if not there:
            return None
        return self.rng.choice(there) if self.rng.random() < 0.25 else there[0]

    def _fill(self, drafts: list[Draft], words: int) -> None:
        """Add sentences until there are words enough: own ones first, then such as fit anywhere."""
        open_ones = [each for each in drafts if not each.whole]
        while sum(each.words() for each in drafts) < words:
            draft = min(self.rng.sample(open_ones, 3), key=Draft.words)
            source = draft.left if draft.left and self.rng.random() < 0.8 else self.anywhere
            if not source:
                source = next((each.left for each in open_ones if each.left), [])
            if not source:
                raise ValueError("too few sentences")
            self._add(draft, source.pop())

    def _add(self, draft: Draft, sentence: str) -> None:
        last = draft.paragraphs[-1] if draft.paragraphs else None
        if last is None or len(last) >= 4 or self.rng.random() < 0.25:
            draft.paragraphs.append([sentence])
        else:
            last.insert(self.rng.randint(0, len(last)), sentence)

    def _approval(self) -> Values:
        day, month, year = self.rng.randint(1, 28), self.rng.randint(1, 12), self.rng.randint(2013, 2025)
        body = self.rng.choice(BODIES)
        text = f"Godkendt af {body} den {day}. {MONTHS[month - 1]} {year}"
        if self.rng.random() < 0.2:
            return {"status": "in_force"}
        return {"status": "in_force", "approval": {"date": f"{year}-{month:02}-{day:02}", "body": body, "text": text}}


def _section(draft: Draft, number: int | None) -> dict[str, Any]:
    topic = None if draft.topic == "local" else draft.topic
    named = {"id": draft.key} if topic is None else {}
    counted = {} if number is None else {"number": str(number)}
    return {"topic": topic, **named, **counted, "heading": draft.heading, "body": draft.body()}


def _with_evidence(fact: Values, draft: Draft, quote: str) -> Values:
    return {**fact, "evidence": {"section": draft.key, "quote": quote}}

"""Reviewing an import: what was recognised in an uploaded file, and what a person has decided about it so far.

Every decision is kept in the folder of the upload at once, so that nothing is lost when browser or server go down. What
comes out is the text of a draft.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from qstd import catalogue, workspace
from qstd.edits.draft import head, imported
from qstd.messages import words
from qstd.model.decode import MismatchError
from qstd.model.draft import Draft
from qstd.model.facts import AnyFact
from qstd.model.plain import plain
from qstd.model.standard import Section, StandardFile
from qstd.present.quantities import date
from qstd.verbs import confirm
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author
from qstd.verbs.editing.fact_forms import fact_of
from qstd.verbs.editing.reading_apart import DAYS, Result, State, Uploads

_DECISIONS = "review.json"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An import that is not finished, as the overview names it: `title` is empty while the file is read; `phase` says how
    far that is.
    """

    id: str
    name: str
    title: str
    when: dt.datetime
    until: str
    phase: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person has decided about one standard: its place, topics by number of section, the sections looked at, and
    facts by number: "yes", "no", or how a fact should be, as plain values. `done` is the draft that
    was made of it.
    """

    municipality: str
    service: str
    name: str
    topics: Mapping[int, str]
    seen: frozenset[int]
    facts: Mapping[int, Any]
    remember: bool = False
    done: str = ""


@dataclass(frozen=True, slots=True)
class Staged:
    """One standard that was recognised: its number in the file (from 0), the draft, and what was decided about it."""

    at: int
    draft: Draft
    decided: Decided

    @property
    def standard(self) -> StandardFile:
        """The standard as it is with what was decided."""
        return settled(self.draft.standard, self.decided)


@dataclass(frozen=True, slots=True)
class Review:
    """An uploaded file: what is known of it, what was read in it, and its standards."""

    state: State
    result: Result
    standards: tuple[Staged, ...]


class Reviews:
    """All imports of a workspace. A person sees their own."""

    def __init__(self, desk: Desk, uploads: Uploads) -> None:
        self._home = desk.home
        self._uploads = uploads
        self._lock = Lock()
        self._titles: dict[str, str] = {}

    def state(self, upload: str, who: Author) -> State | None:
        """Return how far an upload is; None where this person has none of that name."""
        found = self._uploads.state(upload)
        return found if found is not None and found.by.name == who.name and not found.wish.into else None

    def open(self, who: Author, language: str = "da") -> tuple[Waiting, ...]:
        """Return the imports of a person that are not finished, the newest first."""
        found = []
        for each in self._uploads.all():
            if each.by.name != who.name or each.wish.into:
                continue
            decided = self._decisions(each.id)
            count = decided.get("count", 0)
            if count and sum(bool(one.get("done")) for key, one in decided.items() if key.isdigit()) >= count:
                continue
            until = (each.taken.date() + dt.timedelta(days=DAYS)).isoformat()
            found.append(Waiting(each.id, each.file, self._title(each), each.taken, date(until, language), each.phase))
        return tuple(found)

    def _title(self, state: State) -> str:
        """Return the title of the first standard in a file; empty while it is read."""
        if state.phase == "done" and state.id not in self._titles:
            result = self._uploads.result(state.id)
            drafts = result.recognition.drafts if result is not None else ()
            self._titles[state.id] = drafts[0].standard.title if drafts else ""
        return self._titles.get(state.id, "")

    def get(self, upload: str, who: Author) -> Review | None:
        """Return an import that has been read; None where this person has none of that name."""
        state = self.state(upload, who)
        result = self._uploads.result(upload) if state is not None and state.phase == "done" else None
        if state is None or result is None:
            return None
        decisions = self._decisions(upload)
        drafts = result.recognition.drafts
        staged = (Staged(at, each, _decided(each, decisions.get(str(at), {}))) for at, each in enumerate(drafts))
        return Review(state, result, tuple(staged))

    def _decisions(self, upload: str) -> dict[str, Any]:
        folder = self._uploads.folder(upload)
        path = folder / _DECISIONS if folder else None
        try:
            found = json.loads(workspace.read(path)) if path and workspace.is_file(path) else {}
        except ValueError:
            found = {}  # somebody else has written there
        return found if isinstance(found, dict) else {}

    def decide(self, upload: str, who: Author, at: int, change: Mapping[str, Any]) -> Review | None:
        """Keep what a person has decided of one standard: `change` has the keys of `Decided`; topics, facts and seen are
        added to those that were kept. Raises OSError where it cannot be kept.
        """
        review, folder = self.get(upload, who), self._uploads.folder(upload)
        if review is None or folder is None or not 0 <= at < len(review.standards):
            return None
        with self._lock:
            every = self._decisions(upload)
            every[str(at)] = _with(every.get(str(at), {}), change)
            every["count"] = len(review.standards)
            workspace.write(folder / _DECISIONS, json.dumps(every, ensure_ascii=False, indent=1).encode())
        return self.get(upload, who)

    def remove(self, upload: str, who: Author) -> None:
        """Remove an import with its file."""
        if self.state(upload, who) is not None:
            self._uploads.drop(upload)

    def saved(self, ref: str, who: Author) -> tuple[tuple[str, str], ...]:
        """Remember the headings of a standard, once it is saved, where that was asked for; return them with their topics.
        Raises OSError.
        """
        for each in self._uploads.all():
            for at, own in self._decisions(each.id).items() if each.by.name == who.name else ():
                if at.isdigit() and own.get("done") == ref and own.get("remember") and not own.get("remembered"):
                    found, _ = confirm.opened(ref, self._home.root, self._home)
                    learnt = confirm.remembered(found) if found else ()
                    self.decide(each.id, who, int(at), {"remembered": True})
                    return learnt
        return ()


def _with(before: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    made = {**before}
    for name, value in change.items():
        if name in ("topics", "facts"):
            made[name] = {**before.get(name, {}), **{str(key): each for key, each in value.items()}}
        elif name == "seen":
            made[name] = sorted({*before.get(name, ()), *value})
        else:
            made[name] = value
    return made


def _decided(draft: Draft, kept: Mapping[str, Any]) -> Decided:
    service = draft.standard.service if catalogue.service(draft.standard.service) else ""
    return Decided(
        municipality=kept.get("municipality", draft.municipality),
        service=kept.get("service", service),
        name=kept.get("name", draft.slug),
        topics={int(key): each for key, each in kept.get("topics", {}).items()},
        seen=frozenset(kept.get("seen", ())),
        facts={int(key): each for key, each in kept.get("facts", {}).items()},
        remember=kept.get("remember", False),
        done=kept.get("done", ""),
    )


# ---------- What was decided, in the standard ----------


def settled(standard: StandardFile, decided: Decided) -> StandardFile:
    """Return a standard with what was decided: topics, with evidence that follows them, and facts."""
    sections, names = _topics(standard.sections, decided.topics)
    facts = []
    for at, each in enumerate(standard.facts):
        own = _fact(each, decided.facts.get(at))
        if own is not None:
            section = names.get(own.evidence.section, own.evidence.section)
            facts.append(replace(own, evidence=replace(own.evidence, section=section)))
    return replace(standard, service=decided.service or standard.service, sections=sections, facts=tuple(facts))


def _fact(fact: AnyFact, answer: Any) -> AnyFact | None:
    if answer == "no":
        return None
    if answer == "yes":
        return replace(fact, proposed=None)
    return changed(fact, answer) or fact if isinstance(answer, Mapping) else fact


def changed(fact: AnyFact, values: Mapping[str, Any]) -> AnyFact | None:
    """Return a fact with other values, said to be right; None where they are no fact."""
    mine = {key: each for key, each in values.items() if key not in ("proposed", "evidence")}
    try:
        return fact_of({**mine, "evidence": plain(fact.evidence)})
    except MismatchError:
        return None


def _topics(sections: Sequence[Section], topics: Mapping[int, str]) -> tuple[tuple[Section, ...], dict[str, str]]:
    """Return the sections with the topics that were chosen, and their new names by the old ones. Every name stays its own:
    evidence points by it.
    """
    made: list[Section] = []
    names: dict[str, str] = {}
    kept = {each.key for at, each in enumerate(sections) if at not in topics or topics[at] == (each.topic or "")}
    for at, each in enumerate(sections):
        topic = topics.get(at, each.topic or "") or None
        if topic == each.topic:
            made.append(each)
            continue
        taken = {*kept, *(own.key for own in made)}
        own = replace(each, topic=topic, id=None)
        if not own.key or own.key in taken:
            base = topic or each.key or "afsnit"
            free = (base, *(f"{base}_{number}" for number in range(2, len(sections) + 3)))
            own = replace(own, id=next(name for name in free if name not in taken))
        if each.key:
            names[each.key] = own.key
        made.append(own)
    return tuple(made), names


def text(review: Review, staged: Staged) -> str:
    """Return the text with which a draft begins: the standard as it was decided, with a comment where a person should still
    look.
    """
    comments: dict[tuple[str | int, ...], list[str]] = {}
    for each in staged.draft.doubts:
        looked = len(each.path) > 1 and each.path[0] == "sections" and each.path[1] in staged.decided.seen
        if each.path[:1] != ("facts",) and not looked:
            comments.setdefault(each.path, []).append(words(each.message, "da"))
    return imported(staged.standard, comments, head(review.state.file, review.result.recognition.account))

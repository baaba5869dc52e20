"""The three-way merge of a standard."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qstd.merge import entries, facts, follow, names, sections
from qstd.merge.desk import About, Desk, Versions
from qstd.merge.edits import changes
from qstd.merge.items import Items, Side, Ways, merged_items, merged_order, second
from qstd.merge.parts import Choice, Merge, Option
from qstd.merge.tracks import Tracks, tracks
from qstd.merge.unique import with_own_names
from qstd.model.standard import Approval, Section, StandardFile, Waiver

_WHOLE = ("approval", "sections", "facts", "waive")


def merged(
    base: StandardFile,
    ours: StandardFile,
    theirs: StandardFile,
    choices: Mapping[str, Choice] | None = None,
    *,
    within_bodies: bool = True,
) -> Merge:
    """Merge what `ours` and `theirs` have made of `base`; `choices` by the id of a conflict decide where they disagree.

    Without `within_bodies` a body is one value, and two people who changed different lines of it disagree.
    """
    desk = Desk(choices or {}, within_bodies)
    versions = (base, ours, theirs)
    record = desk.record(About(), versions, without=_WHOLE)
    record = replace(record, approval=_approval(desk, *(each.approval for each in versions)))
    record = replace(record, **_Lists(desk, versions).merged())
    return Merge(record, changes(ours, record), tuple(desk.conflicts), tuple(desk.taken), tuple(desk.kept))


def _approval(desk: Desk, base: Approval | None, ours: Approval | None, theirs: Approval | None) -> Approval | None:
    if base is not None and ours != theirs and None in (ours, theirs) and base not in (ours, theirs):
        desk.told(desk.kept, About(), "approval", "changed" if ours else "removed")
        options: dict[Option, Approval | None] = {"ours": ours, "theirs": theirs, "base": base}
        return desk.settle("delete_change", About(), "approval", Versions(base, ours, theirs), options)[1]
    if ours is not None and theirs is not None:
        return desk.record(About(), (base or Approval(), ours, theirs), prefix="approval.")
    if ours != base:
        desk.told(desk.kept, About(), "approval", "added" if ours else "removed")
    if ours != base or theirs == base:
        return ours
    desk.told(desk.taken, About(), "approval", "added" if theirs else "removed")
    return theirs


class _Lists:
    """Merges the sections, and with them the facts and waivers that name them."""

    def __init__(self, desk: Desk, versions: tuple[StandardFile, StandardFile, StandardFile]) -> None:
        self.desk, self.versions = desk, versions
        self.sections: Tracks[Section] = tracks([each.sections for each in versions], sections.pairs, sections.twins)
        sides = (self.sections.base, self.sections.ours, self.sections.theirs)
        self.tokens = [names.tokens_of(side) for side in sides]

    def merged(self) -> dict[str, Any]:
        """Return the merged lists by the name of their field."""
        if self.desk.within_bodies:
            self._follow()
        found = self._sections()
        # Where both of two added sections were chosen, what theirs says of its own is about the second one.
        theirs = {second(at) if second(at) in found.merged else at: each for at, each in self.sections.theirs.items()}
        self.sections = replace(self.sections, theirs=theirs)
        self.tokens[2] = names.tokens_of(theirs)
        self.result = with_own_names(found.merged, self.sections)
        return {
            "sections": tuple(self.result.values()),
            "facts": self._entries("facts", found),
            "waive": self._entries("waive", found),
        }

    def _follow(self) -> None:
        """Let changes go along with words that the other side has moved to another section."""
        base, ours, theirs = self.sections.base, self.sections.ours, self.sections.theirs
        first = follow.followed(base, ours, theirs)
        other = follow.followed(base, first.changer, first.mover)
        for _, to in first.steps:
            self.desk.told(self.desk.taken, self._about(to), "body", "changed")
        for token, _ in other.steps:
            self.desk.told(self.desk.kept, self._about(token), "body", "changed")
        self.sections = Tracks(base, other.changer, other.mover)

    def _sections(self) -> Items[Section]:
        worked_on = {"ours": self._newly_named(1), "theirs": self._newly_named(2)}

        def together(about: About, *versions: Any) -> tuple[Section, ...]:
            return (self.desk.record(about, versions, texts=("body",)),)

        def touched(side: Side, token: int) -> bool:
            return token in worked_on[side]

        ways = Ways("sections", self._about, together, touched)
        order = merged_order(self.desk, self.sections, ways, self._title)
        return merged_items(self.desk, self.sections, ways, order)

    def _newly_named(self, side: int) -> set[int | None]:
        """Return the tokens of the sections that a side has new or changed facts about."""
        old, new = (set(names.to_tokens(self.versions[at].facts, self.tokens[at])) for at in (0, side))
        return {names.token_in(each) for each in new - old}

    def _about(self, token: int | None) -> About:
        if token is None:
            return About()
        section = self.sections.any(token)
        return About(section.number, section.heading, section.key)

    def _title(self, token: int) -> str:
        section = self.sections.any(token)
        return f"{section.number or ''} {section.heading}".strip() or section.key

    def _entries(self, field: str, found: Items[Section]) -> tuple[Any, ...]:
        named = [
            names.to_tokens(getattr(each, field), own) for each, own in zip(self.versions, self.tokens, strict=True)
        ]
        three: Tracks[Any] = tracks(named, entries.pairs, entries.twins)

        def about(token: int) -> About:
            entry = three.any(token)
            return self._about(names.token_in(entry))._replace(entry=entries.name(entry))

        def bound(token: int) -> Option | None:
            """Facts go with a section that one side took out and the other changed: one decision for both."""
            sides = (three.base, three.ours, three.theirs)
            section, *more = {names.token_in(side[token]) for side in sides if token in side}
            return None if more or section is None else found.decided.get(section)

        ways = Ways(field, about, self._together, bound=bound)
        items = merged_items(self.desk, three, ways, merged_order(self.desk, three, ways))
        return tuple(names.to_names(items.merged.values(), self._name))

    def _together(self, about: About, base: Any, ours: Any, theirs: Any) -> tuple[Any, ...]:
        if isinstance(ours, Waiver):
            return (self.desk.record(about, (base, ours, theirs), prefix="waive."),)
        return facts.together(self.desk, about, base, ours, theirs)

    def _name(self, token: int) -> str:
        section = self.result.get(token)
        return (section or self.sections.any(token)).key

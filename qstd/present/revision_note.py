"""The change note (ændringsnotat): what changed, in the order of how much it matters, for those who decide.

First what the typed facts say: what gives the citizen less, then more, then neither. Then changed words that no fact
covers, quoted before and after; then language, moves, signs and the document's own properties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qstd.language import translator
from qstd.model.document import Blocks, Items, Paragraph, Text
from qstd.model.revision import FactChange, PropertyChange
from qstd.present import revision_entries as entries
from qstd.present.quantities import listed
from qstd.present.revision_changes import TextChange, text_changes
from qstd.present.revision_facts import covers
from qstd.present.revision_places import Places
from qstd.present.revision_words import is_turned, way
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

_DIRECTIONS = ("less", "more", "neutral", "unknown")
Counted = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a note tells, in its order: facts, each with the changes of the text that it covers; changes of the text
    that no fact covers; moves, as the steps to where something came; sentences that moved; sections with a new number;
    the words of the approval, and the document's properties.
    """

    facts: tuple[tuple[FactChange, tuple[TextChange, ...]], ...]
    texts: tuple[TextChange, ...]
    moves: tuple[tuple[int, ...], ...]
    sentences: tuple[int, ...]
    numbers: tuple[int, ...]
    approval: tuple[TextChange, ...]
    properties: tuple[PropertyChange, ...]

    def of(self, level: str) -> list[TextChange]:
        """Return the text changes of a class that no fact covers."""
        return [each for each in self.texts if each.level == level]


def changes(places: Places) -> Changes:
    """Gather what a note tells."""
    facts = [each for wanted in _DIRECTIONS for each in places.revision.facts if way(each) == wanted]
    told: list[list[TextChange]] = [[] for _ in facts]
    texts: list[TextChange] = []
    approval: list[TextChange] = []
    for change in text_changes(places):
        at = next((at for at, each in enumerate(facts) if covers(each, change)), None)
        if change.kind == "approval":
            approval.append(change)
        else:
            (texts if at is None else told[at]).append(change)
    return Changes(
        facts=tuple(zip(facts, map(tuple, told), strict=True)),
        texts=tuple(texts),
        moves=tuple(_moves(places)),
        sentences=tuple(places.sentences),
        numbers=tuple(places.renumbered()),
        approval=tuple(approval),
        properties=places.revision.properties,
    )


def _moves(places: Places) -> Iterator[tuple[int, ...]]:
    """Yield the steps to where something moved, one by one; a section with all that went along with it."""
    steps = places.revision.steps
    group: list[int] = []
    last: tuple[int | None, int | None] = (None, None)
    for away, here in sorted(places.moves.values(), key=lambda each: each[1]):
        own = places.pair(steps[away]), places.pair(steps[here])
        if group and (own != last or not places.is_heading(steps[group[0]])):
            yield tuple(group)
            group = []
        group.append(here)
        last = own
    if group:
        yield tuple(group)


def _turned(places: Places, found: Changes) -> list[tuple[int, ...]]:
    """Return the moves under something that may turn their meaning round."""
    return [each for each in found.moves if is_turned(places.revision.steps[each[0]])]


def note(places: Places, found: Changes, linked: bool) -> Blocks:
    """Return the note; `linked` where the text stands on the same page."""
    opening = Paragraph((Text(glue(" ".join(_opening(places, found)))),))
    writer = entries.Entries(places, linked)
    turned = _turned(places, found)
    items = (
        *(writer.fact(change, told) for change, told in found.facts),
        *map(writer.text, found.of("substantive")),
        *map(writer.move, turned),
        *writer.corrections(found.of("editorial")),
        *map(writer.move, (each for each in found.moves if each not in turned)),
        *map(writer.sentence, found.sentences),
        *writer.form(found.of("cosmetic"), found.numbers),
        *writer.properties(found.properties, found.approval),
    )
    return (opening, Items(items, "changes")) if items else (opening,)


# ---------- Counts ----------


def _opening(places: Places, found: Changes) -> Iterator[str]:
    """Say how much changed."""
    if places.revision.same:
        yield translator(places.language)("Der er ingen ændringer. De to udgaver er ens, ord for ord.")
        return
    yield from _sections(places)
    yield _content(places, found, places.language)
    yield from _rest(places, found, places.language)


def _sections(places: Places) -> Iterator[str]:
    _ = translator(places.language)
    gone = sum(new is None for _old, new in places.pairs)
    come = sum(old is None for old, _new in places.pairs)
    both = len(places.pairs) - gone - come
    changed = len({pair for pair in _changed(places) if None not in places.pairs[pair]})
    if not changed:
        yield _("Teksten i de afsnit, som begge udgaver har, er den samme.")
    elif come or gone:
        sentence = _("Den nye udgave ændrer {count} af de {total} afsnit, som begge udgaver har.")
        yield sentence.format(count=changed, total=both)
    else:
        yield _("Den nye udgave ændrer {count} af {total} afsnit.").format(count=changed, total=both)
    if come:
        yield (_("1 afsnit er nyt.") if come == 1 else _("{count} afsnit er nye.")).format(count=come)
    if gone:
        yield _("{count} afsnit udgår.").format(count=gone)


def _changed(places: Places) -> Iterator[int]:
    """Yield the sections whose text changed or was moved; another number alone is no change of the text."""
    for step in places.revision.steps:
        pair = places.pair(step)
        number = step.kind == "edited" and all(each.op == "same" for each in step.spans) and places.is_heading(step)
        if pair is not None and step.kind != "same" and not number:
            yield pair


_ONLY = (
    N_("1 ændring gælder indholdet. Den giver borgeren mindre."),
    N_("1 ændring gælder indholdet. Den giver borgeren mere."),
    N_("1 ændring gælder indholdet. Den er neutral for borgeren."),
    N_("1 ændring gælder indholdet. Om den giver mere eller mindre, må vurderes."),
    N_("1 ændring gælder indholdet. Det er ændret ordlyd, som skal læses."),
)
_ALL = (
    N_("{count} ændringer gælder indholdet. Alle giver de borgeren mindre."),
    N_("{count} ændringer gælder indholdet. Alle giver de borgeren mere."),
    N_("{count} ændringer gælder indholdet. De er alle neutrale for borgeren."),
    N_("{count} ændringer gælder indholdet. Om de giver mere eller mindre, må vurderes."),
    N_("{count} ændringer gælder indholdet. De er alle ændret ordlyd, som skal læses."),
)


def _content(places: Places, found: Changes, language: str) -> str:
    """Say how many changes there are of the content, and what they are for the citizen."""
    _ = translator(language)
    counts = [sum(way(change) == each for change, _told in found.facts) for each in _DIRECTIONS]
    counts.append(len(found.of("substantive")) + len(_turned(places, found)))
    if not any(counts):
        if found.moves or found.sentences:
            return _("Ingen ord er ændret, men se efter, om de flyttede ord betyder det samme på deres nye plads.")
        return _("Indholdet er ikke ændret.")
    if sum(counts) == 1:
        return _(_ONLY[counts.index(1)])
    if sum(map(bool, counts)) == 1:
        return _(_ALL[counts.index(sum(counts))]).format(count=sum(counts))
    words = (
        (N_("1 giver borgeren mindre"), N_("{count} giver borgeren mindre")),
        (N_("1 giver borgeren mere"), N_("{count} giver borgeren mere")),
        (N_("1 er neutral for borgeren"), N_("{count} er neutrale for borgeren")),
        (N_("1 må vurderes"), N_("{count} må vurderes")),
        (N_("1 er ændret ordlyd, som skal læses"), N_("{count} er ændret ordlyd, som skal læses")),
    )
    *firsts, last = _counted([(count, *each) for count, each in zip(counts, words, strict=True)], language)
    said = _("{first}, og {last}").format(first=", ".join(firsts), last=last)
    return _("{count} ændringer gælder indholdet: {parts}.").format(count=sum(counts), parts=said)


def _rest(places: Places, found: Changes, language: str) -> Iterator[str]:
    _ = translator(language)
    properties = len(found.properties) + len(found.approval)
    counts = [
        (len(found.of("editorial")), N_("1 sproglig rettelse"), N_("{count} sproglige rettelser")),
        (
            len(found.moves) + len(found.sentences) - len(_turned(places, found)),
            N_("1 flytning"),
            N_("{count} flytninger"),
        ),
        (len(found.of("cosmetic")), N_("1 rettelse af tegn og form"), N_("{count} rettelser af tegn og form")),
        (len(found.numbers), N_("1 nyt afsnitsnummer"), N_("{count} nye afsnitsnumre")),
        (
            properties,
            N_("1 ændring af dokumentets egne oplysninger"),
            N_("{count} ændringer af dokumentets egne oplysninger"),
        ),
    ]
    if parts := _counted(counts, language):
        content = found.facts or found.of("substantive")
        sentence = _("Hertil kommer {parts}.") if content else _("Der er {parts}.")
        yield sentence.format(parts=listed(parts, language))


def _counted(counts: Sequence[Counted], language: str) -> list[str]:
    _ = translator(language)
    return [_(one if count == 1 else many).format(count=count) for count, one, many in counts if count]

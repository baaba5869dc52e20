"""The entries of a change note: each says what changed in a few words, then the words before and after, and where."""

from collections.abc import Iterator, Sequence

from qstd import catalogue
from qstd.language import translator
from qstd.model.document import Inlines, Item, Mark, Note, Paragraph, Strong, Text
from qstd.model.revision import JOINT, FactChange, PropertyChange
from qstd.present import revision_facts as facts
from qstd.present.quantities import lower_first, quoted, upper_first
from qstd.present.revision_changes import TextChange
from qstd.present.revision_places import Places
from qstd.present.revision_quotes import quote
from qstd.present.revision_words import (
    CLASSES,
    DIRECTIONS,
    PROPERTIES,
    is_turned,
    property_value,
    section_name,
    text,
    way,
)

N_ = str  # marks a Danish text that is translated where it is shown

# What happened to words: in both versions, new, gone.
_SUBJECTS = {
    "words": (N_("ændret ordlyd"), N_("ny tekst"), N_("tekst udgår")),
    "heading": (N_("ændret overskrift"), N_("ny overskrift"), N_("overskriften udgår")),
    "section": (N_("nyt afsnit"), N_("nyt afsnit"), N_("afsnittet udgår")),
    "link": (N_("link fører et andet sted hen"), N_("nyt link"), N_("link er fjernet")),
    "form": (N_("ændret form"), N_("ændret form"), N_("ændret form")),
}


class Entries:
    """Makes entries. `linked` is true where the text stands on the same page, and can be led to."""

    def __init__(self, places: Places, linked: bool) -> None:
        self.places, self.linked = places, linked
        self.revision, self.language = places.revision, places.language
        self.say = translator(places.language)

    # ---------- Meaning

    def fact(self, change: FactChange, told: Sequence[TextChange]) -> Item:
        """Tell of a change of facts, with the verdict on it and the changed words that it was drawn out of."""
        old, new = (each.removesuffix(".") for each in facts.before_and_after(change, self.language))
        values = self.say("Før: {old}. Nu: {new}.").format(old=old, new=new)
        quotes = tuple(block for each in told for block in self._quotes(each))
        blocks = (
            _what(facts.title(change, self.language)),
            Paragraph((*text(values), *_after(self._source(change, told)))),
            *facts.flags(change, self.revision.new, self.language),
            *((Note(quotes, "quote", text(self.say("Ordlyd"))),) if quotes else ()),
        )
        return Item(blocks, (Mark(text(self.say(DIRECTIONS[way(change)])), way(change)),))

    def _source(self, change: FactChange, told: Sequence[TextChange]) -> Inlines:
        if told:
            return self.places.see_all([each.step for each in told], self.linked)
        found = facts.place(change, self.places)
        if found is None:
            return ()
        pair, step = found
        anchor = self.places.anchors.get(step, "") if step is not None else ""
        return self.places.see_section(pair, self.linked, anchor)

    # ---------- Words

    def text(self, change: TextChange) -> Item:
        """Tell of changed words that no fact covers."""
        blocks = (self._link(change),) if change.kind == "link" else self._quotes(change, self._see(change))
        blocks = blocks or (Paragraph(self._see(change)),)
        return Item((_what(self._subject(change)), *blocks), self._tag("substantive"))

    def _see(self, change: TextChange) -> Inlines:
        return self.places.see(change.step, self.linked)

    def _tag(self, level: str) -> Inlines:
        return (Mark(text(self.say(CLASSES[level])), "tag"),)

    def _subject(self, change: TextChange) -> str:
        _ = self.say
        pair = self.places.pair(self.revision.steps[change.step])
        if pair is None:
            return _("Titlen er ændret") if change.kind == "title" else _("Ordene om godkendelse")
        both, new, gone = _SUBJECTS[change.kind]
        step = self.revision.steps[change.step]
        what = both if change.old and change.new else new if step.kind == "inserted" or change.new else gone
        name, heading = self.places.name(pair), self.places.heading(pair)
        where = name if not heading or heading in name else f"{name}, {quoted(heading, self.language)}"
        return _("{place}: {words}").format(place=upper_first(where), words=_(what))

    def _quotes(self, change: TextChange, see: Inlines = ()) -> tuple[Paragraph, ...]:
        """Return the words before and after, each in a paragraph; what only one version has needs no "before"."""
        both = bool(change.old and change.new)
        sides = [(N_("Før:") if both else N_("Udgår:"), change.old), (N_("Nu:") if both else N_("Nyt:"), change.new)]
        shown = [(Text(f"{self.say(name)} "), *self._quoted(words)) for name, words in sides if words]
        return tuple(
            Paragraph((*words, *(_after(see) if at == len(shown) else ()))) for at, words in enumerate(shown, 1)
        )

    def _quoted(self, words: Inlines) -> Inlines:
        before, after = quoted(JOINT, self.language).split(JOINT)
        return (Text(before), *words, Text(after))

    def _link(self, change: TextChange) -> Paragraph:
        _ = self.say
        if change.gone and change.come:
            said = _("{words} fører nu til {new}. Før: {old}.")
        elif change.come:
            said = _("{words} er nu et link til {new}.")
        else:
            said = _("{words} er ikke længere et link til {old}.")
        words = said.format(words=quoted(change.words, self.language), new=change.come, old=change.gone)
        return Paragraph((Text(words), *_after(self._see(change))))

    # ---------- Language and form

    def corrections(self, found: Sequence[TextChange]) -> Iterator[Item]:
        """Tell of all corrections of language in one entry."""
        if found:
            lines = (Paragraph((*text(self._correction(each)), *_after(self._see(each)))) for each in found)
            yield Item((_what(self.say("Sproglige rettelser")), *lines), self._tag("editorial"))

    def _correction(self, change: TextChange) -> str:
        _ = self.say
        gone, come = quoted(change.gone, self.language), quoted(change.come, self.language)
        if not change.come:
            return _("{words} er taget ud.").format(words=gone)
        if not change.gone:
            return _("{words} er sat ind.").format(words=come)
        return _("{old} er blevet til {new}.").format(old=gone, new=come)

    def form(self, found: Sequence[TextChange], numbers: Sequence[int]) -> Iterator[Item]:
        """Tell of all changes of signs and form in one entry, and of new numbers."""
        lines = []
        if found:
            words = self.say("Tegn, store og små bogstaver, fremhævning og opdeling.")
            see = self.places.see_all([each.step for each in found], self.linked)
            lines.append(Paragraph((Text(words), *_after(see))))
        lines += [Paragraph(text(self._number(each))) for each in numbers]
        if lines:
            yield Item(
                (_what(self.say("Kun tegn og form") if found else self.say("Nye numre")), *lines), self._tag("cosmetic")
            )

    def _number(self, pair: int) -> str:
        old, _new = self.places.pairs[pair]
        before = section_name(*self.revision.old.sections[old or 0][:2], self.language)
        return self.say("{old} er blevet til {new}.").format(old=upper_first(before), new=self.places.name(pair))

    # ---------- Moves

    def move(self, steps: Sequence[int]) -> Item:
        """Tell of text that stands elsewhere now; `steps` are those to where it came."""
        step = self.revision.steps[steps[0]]
        leaf = self.revision.new.leaves[step.new[0]]
        pair = self.places.pair(step)
        if leaf.kind == "section" and pair is not None:
            what = self.say("{section} er flyttet").format(section=upper_first(self.places.name(pair)))
            return Item((_what(what), Paragraph(self.places.see(steps[0], self.linked))), self._tag("moved"))
        what = self._way(self.places.moves[step.move][0], steps[0])
        if is_turned(step):
            what = self.say("{way}, hvor det står under noget andet").format(way=what)
        tag = "substantive" if is_turned(step) else "moved"
        return self._moved(what, quote(leaf.text, (0, len(leaf.text)), (), " | "), steps[0], tag)

    def sentence(self, move: int) -> Item:
        """Tell of a sentence that stands elsewhere now."""
        away, here = self.places.sentences[move]
        step = self.revision.steps[here]
        span = next(each for each in step.spans if each.move == move and each.op == "inserted")
        whole = JOINT.join(self.revision.new.leaves[each].text for each in step.new)
        words = whole[span.new_start : span.new_end].strip()
        return self._moved(self._way(away, here), quote(words, (0, len(words)), ()), here)

    def _moved(self, what: str, words: Inlines, here: int, tag: str = "moved") -> Item:
        line = Paragraph((*self._quoted(words), *_after(self.places.see(here, self.linked))))
        return Item((_what(what), line), self._tag(tag))

    def _way(self, away: int, here: int) -> str:
        old, new = (self.places.pair(self.revision.steps[each]) for each in (away, here))
        if old is None or new is None or old == new:
            return self.say("Flyttet inden for {section}").format(section=self.places.name(new or 0))
        names = {"old": self.places.name_before(old), "new": self.places.name(new)}
        return self.say("Flyttet fra {old} til {new}").format(**names)

    # ---------- The document itself

    def properties(self, found: Sequence[PropertyChange], approval: Sequence[TextChange]) -> Iterator[Item]:
        """Tell of all properties of the document in one entry."""
        lines = [Paragraph(text(self._property(each))) for each in found]
        for each in approval:
            lines += self._quotes(each, self._see(each))
        if lines:
            yield Item(
                (_what(self.say("Dokumentets egne oplysninger")), *lines), (Mark(text(self.say("Dokumentet")), "tag"),)
            )

    def _property(self, change: PropertyChange) -> str:
        old, new = (self._value(change, each) for each in (change.old, change.new))
        label = self.say(PROPERTIES[change.name])
        if change.section >= 0:
            name = section_name(*self.revision.new.sections[change.section][:2], self.language)
            label = f"{upper_first(name)}, {lower_first(label)}"
        return self.say("{label}: før {old}, nu {new}.").format(label=label, old=old, new=new)

    def _value(self, change: PropertyChange, value: str) -> str:
        return property_value(change, value, self.language, _catalogued(change, value, self.language))


def _catalogued(change: PropertyChange, value: str, language: str) -> str:
    """Return what the catalogue calls a service or a topic; empty for properties that it does not name."""
    if change.name == "service":
        service = catalogue.service(value)
        return catalogue.label(service.name, language) if service else value
    if change.name == "topic":
        topic = catalogue.topics().get(value)
        return catalogue.label(topic.label, language) if topic else value
    return ""


def _what(words: str) -> Paragraph:
    return Paragraph((Strong(text(words)),))


def _after(see: Inlines) -> Inlines:
    return (Text(" "), *see) if see else ()

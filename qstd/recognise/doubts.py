"""What a person should look at in a standard that was recognised, in words that say what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qstd import catalogue
from qstd.model.draft import Doubt, Joint, Split
from qstd.model.finding import Message, message
from qstd.model.standard import Section, StandardFile
from qstd.recognise.front import Front
from qstd.recognise.hints import Hints
from qstd.recognise.sections import Found
from qstd.recognise.topics import Match


@dataclass(frozen=True, slots=True)
class Guess:
    """Municipality and service as they were found, what the user said, and whether the service is sure."""

    municipality: str
    hints: Hints
    service: str
    sure: bool


def doubts(
    standard: StandardFile, parts: Sequence[Found], matches: Sequence[Match], head: Front, guess: Guess
) -> tuple[Doubt, ...]:
    """Return the doubts about a standard, in the order of its file."""
    return (*_front(standard, head, guess), *_topics(standard.sections, parts, matches))


def of_words(standards: Sequence[StandardFile], joints: Sequence[Joint], splits: Sequence[Split]) -> list[list[Doubt]]:
    """Return for each standard of a source what is unsure about its words: hyphens, and words that were run together."""
    out: list[list[Doubt]] = [[] for _ in standards]
    for joint in joints:
        if joint.kind == "doubtful":
            what = message(
                "Ordet »{left}« var delt ved en linjes slutning før »{right}« og er samlet til »{result}«. "
                "Se, om det er rigtigt.",
                left=joint.left,
                right=joint.right,
                result=joint.result,
            )
            _put(out, standards, joint.result, Doubt((), what, joint.spot))
    for split in splits:
        what = message(
            "»{left}« og »{right}« stod ud i ét i kilden og er skilt ad. Se, om det er rigtigt.",
            left=split.left,
            right=split.right,
        )
        _put(out, standards, split.left, Doubt((), what, split.spot))
    return out


def _put(out: list[list[Doubt]], standards: Sequence[StandardFile], word: str, doubt: Doubt) -> None:
    """Put a doubt where the word stands, into the first standard where it stands nowhere."""
    for doubts, standard in zip(out, standards, strict=True):
        for index, section in enumerate(standard.sections):
            for field, text in (("heading", section.heading), ("body", section.body)):
                if word in text:
                    doubts.append(replace(doubt, path=("sections", index, field)))
                    return
    if out:
        out[0].append(doubt)


def _front(standard: StandardFile, head: Front, guess: Guess) -> Iterator[Doubt]:
    if not head.title:
        what = message("Titlen står ikke i teksten og er taget fra filen. Skriv den rigtige titel.")
        yield Doubt(("title",), what)
    if not guess.service:
        yield Doubt(
            ("service",), message("Ydelsen kunne ikke findes i teksten. Skriv dens nøgle, fx sel-85."), head.spot
        )
    elif not guess.sure:
        what = message("Ydelsen »{service}« er et gæt ud fra teksten. Se, om den er rigtig.", service=guess.service)
        yield Doubt(("service",), what, head.spot)
    if not guess.municipality:
        yield Doubt((), message("Det fremgår ikke, hvilken kommune standarden hører til. Vælg mappen selv."), head.spot)
    elif not guess.hints.municipality:
        what = message("Kommunen »{name}« er fundet i teksten. Se, om den er rigtig.", name=_name(guess.municipality))
        yield Doubt((), what, head.spot)
    if head.open:
        what = message("Godkendelsen mangler en hel dato: »{words}«. Skriv datoen.", words=_approval(standard))
        yield Doubt(("approval",), what, head.spot)
    if standard.status == "draft":
        what = message("Teksten siger ikke, at standarden er godkendt. Den står som kladde; ret det, hvis den gælder.")
        yield Doubt(("status",), what, head.spot)


def _approval(standard: StandardFile) -> str:
    return (standard.approval.text if standard.approval else None) or ""


def _name(slug: str) -> str:
    known = catalogue.municipality(slug)
    return known.display if known else slug


def _topics(sections: Sequence[Section], parts: Sequence[Found], matches: Sequence[Match]) -> Iterator[Doubt]:
    for index, (section, part, match) in enumerate(zip(sections, parts, matches, strict=True)):
        what = _topic(section, match)
        if what:
            yield Doubt(("sections", index, "topic"), what, part.spot)


def _topic(section: Section, match: Match) -> Message | None:
    heading = section.heading
    if not section.heading:
        return message("Teksten her står ikke under nogen overskrift. Se, hvor den hører til.")
    if match.confidence == 0:
        return message("Overskriften »{heading}« er ikke kendt. Vælg et emne, eller lad den stå uden.", heading=heading)
    if match.second:
        return message(
            "Overskriften »{heading}« kan være både »{first}« og »{second}«. Se, om det første er rigtigt.",
            heading=heading,
            first=_label(match.topic),
            second=_label(match.second),
        )
    if match.confidence == 1:
        return message(
            "Emnet »{topic}« er et gæt ud fra afsnittets ord. Se, om det er rigtigt.", topic=_label(match.topic)
        )
    if match.confidence == 2:
        return message(
            "Overskriften »{heading}« ligner emnet »{topic}«. Se, om det er rigtigt.",
            heading=heading,
            topic=_label(match.topic),
        )
    return None


def _label(topic: str) -> str:
    known = catalogue.topics().get(topic)
    return known.label["da"] if known else topic

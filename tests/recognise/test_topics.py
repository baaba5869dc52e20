"""What headings are about: known ones, spellings, the name of the service, and headings that nobody has seen."""

from collections.abc import Iterator

import pytest

from qstd import catalogue
from qstd.catalogue import Topic
from qstd.recognise import profiles, topics
from qstd.recognise.topics import match, normal


@pytest.mark.parametrize(
    ("heading", "topic", "confidence"),
    [
        ("1. Hvad er ydelsens lovgrundlag?", "legal_basis", 4),
        ("LOVGRUNDLAG:", "legal_basis", 4),
        ("2.0 Lovgrundlag", "legal_basis", 4),
        ("Lovgrundlag (jf. serviceloven)", "legal_basis", 4),
        ("Hvilke forpligtigelser har borgeren?", "obligations", 4),
        ("Hvilke forpligtelser har borgeren", "obligations", 4),
        ("Arbejdets udførsel", "work_environment", 4),
        ("Hvad er Støtte- og kontaktperson-ordningens kvalitetsmål?", "quality_goals", 3),
        ("Esbjerg Kommunes kvalitetsmål", "quality_goals", 3),
        ("Hvem kan få ledsagelse?", "target_group", 3),
        ("Hvad koster støtten?", "price", 3),
        ("Hvad koster det?", "price", 3),
        ("Omfang", "scope", 3),
        ("Kompetencekrav til udføreren", "competence", 4),
        ("Kompetancekrav", "competence", 3),
        ("Hvad kan du ikke få hjælp til?", "exclusions", 3),
        ("Retsgrundlag", "legal_basis", 2),
        ("Det siger loven", "legal_basis", 2),
        ("Hvis du er utilfreds", "complaints", 2),
        ("Penge", "price", 2),
        ("Det hjælper vi ikke med", "exclusions", 2),
        ("Medarbejdernes uddannelse", "competence", 2),
        ("Lokalhistorie", "", 0),
        ("Ledsageordning", "", 0),
        ("Emne", "", 0),
        ("", "", 0),
        ("?", "", 0),
    ],
)
def test_a_heading_and_its_topic(heading: str, topic: str, confidence: int) -> None:
    found = match(heading)
    assert (found.topic, found.confidence) == (topic, confidence)


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("Målgruppe og formål", "target_group", "purpose"), ("Betaling/transport", "price", "transport")],
)
def test_a_heading_that_names_two_topics_has_the_first(heading: str, first: str, second: str) -> None:
    assert tuple(match(heading)) == (first, 2, second)


def test_one_word_turns_a_heading_round() -> None:
    assert match("Hvilke aktiviteter indgår i ydelsen?").topic == "activities"
    assert match("Hvilke aktiviteter indgår ikke i ydelsen?").topic == "exclusions"


def test_what_a_person_confirmed_comes_first() -> None:
    lexicon = {normal("2. Formål:"): "values"}
    assert match("Formål", lexicon) == ("values", 4, "")


def test_every_profile_has_a_topic_of_the_catalogue() -> None:
    assert {each.topic for each in profiles._profiles()} <= set(catalogue.topics())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Klage sendes til kommunen, som genvurderer. Ankestyrelsen afgør klagen.", "complaints"),
        ("Hjælpen er gratis. Egenbetaling for mad er 61 kr. pr. dag.", "price"),
        ("Vi ses på torsdag.", ""),
    ],
)
def test_the_words_of_a_text_speak_where_its_heading_does_not(text: str, topic: str) -> None:
    assert profiles.by_text(text) == topic


def _without(topic: Topic, heading: str) -> Topic:
    label = {"da": "-"} if topic.label["da"] == heading else topic.label
    return topic._replace(label=label, headings=tuple(each for each in topic.headings if each != heading))


def _held_out() -> Iterator[tuple[str, topics.Match]]:
    """Yield the topic of each heading of the catalogue, and what is found for it when the catalogue lacks it."""
    known = dict(catalogue.topics())
    for key, topic in known.items():
        for heading in (topic.label["da"], *topic.headings):
            others = known | {key: _without(topic, heading)}
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(catalogue, "topics", lambda others=others: others)
                topics._lists.cache_clear()
                probe = heading.replace("{service}", "ledsagelse").replace("{municipality}", "Esbjerg Kommune")
                yield key, topics._match.__wrapped__(probe)
    topics._lists.cache_clear()


def test_headings_that_the_catalogue_lacks_are_told_too() -> None:
    found = list(_held_out())
    right = [topic == match.topic for topic, match in found]
    sure = [topic == match.topic for topic, match in found if match.confidence >= 3]
    assert sum(right) >= 0.9 * len(right)
    assert sum(sure) >= 0.95 * len(sure)

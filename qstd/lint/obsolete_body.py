"""L006 obsolete_body (warning): a body that citizens are sent to still exists.

Applies to all texts. Det Sociale Nævn, Statsforvaltningen and Servicestyrelsen are found everywhere, a ministry only where one is
told to complain to it. Sentences about the past and titles of publications are left alone.
Why: a citizen who complains to a body that is gone loses time, perhaps the time limit for complaining.
Source: Ankestyrelsen on how to complain, https://ast.dk (read): complaints about decisions go to the municipality, which sends
them on to Ankestyrelsen. That the other bodies have closed is not read in a statute, so it is a warning.
How to mend: for complaints write Ankestyrelsen, by way of the municipality.
Bad: "Klagen sendes til Det Sociale Nævn." Good: "Klagen sendes til kommunen, som sender den videre til Ankestyrelsen."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.law import at
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_GONE = lazy(
    r"\b(?:[Dd]et |[Dd]e )?[Ss]ociale [Nn]ævn\b|\bStatsforvaltning(?:en)?s?\b|\bServicestyrelsens?\b",
    stems="=nævn statsforvaltning servicestyrelsen",
)
_MINISTRY = lazy(
    r"(?:(?<=\btil )|(?<=\bhos ))"
    r"(?:Social|Indenrigs- og Social|Velfærds|Social- og Indenrigs|Social- og Integrations|Børne- og Social)ministeriet\b",
    stems="ministeriet",
)
_COMPLAINT = lazy(r"\bklage|\banke", re.IGNORECASE)
_HISTORY = lazy(
    r"\b(?:tidligere|dengang|hidtil|før|afløs\w*|erstatte\w*|nedlagt|nedlæg\w*|ophørt|findes ikke|ikke længere"
    r"|(?:nu|i dag) (?:Anke|Familie|Social))",
    re.IGNORECASE,
)
_PUBLISHED = lazy(
    r"Servicestyrelsens?\W+(?:(?:19|20)\d\d"
    r"|\w*(?:håndbog|rapport|publikation|metode|pjece|undersøgelse|vejledning|koncept|skema|hjemmeside))"
    r"|(?:udgivet|udarbejdet|udviklet|kilde|publiceret)[^.]{0,40}Servicestyrelsen",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the names of bodies that are gone."""
    if standard.language != "da":
        return
    for each in with_headings(standard, around, _GONE, _MINISTRY):
        about_complaints = _is_complaint(standard.sections[each.section].topic, f"{each.lead} {each.text}")
        what = _what(each.text, about_complaints)
        if what and not _HISTORY.search(each.text) and not _PUBLISHED.search(each.text):
            yield at(each, what, _hint(about_complaints))


def _is_complaint(topic: str | None, words: str) -> bool:
    return topic == "complaints" or bool(_COMPLAINT.search(words))


def _what(text: str, about_complaints: bool) -> Message | None:
    if found := _GONE.search(text):
        return message("»{body}« findes ikke længere.", body=found[0])
    if about_complaints and (found := _MINISTRY.search(text)):
        return message("Man klager ikke til »{body}« over hjælp fra kommunen.", body=found[0])
    return None


def _hint(about_complaints: bool) -> Message:
    if about_complaints:
        return message("Skriv, at klagen sendes til kommunen, som vurderer sagen igen og sender den til Ankestyrelsen.")
    return message("Find ud af, hvem der har opgaven nu, og skriv det.")


RULE = Rule(
    "L006",
    "warning",
    check,
    source=message(
        "Kilde: Ankestyrelsens vejledning om klage: Klagen sendes til kommunen og derfra til Ankestyrelsen."
    ),
    url="https://ast.dk",
)

"""R010 complaint_route (info): who reads how to complain sees both the municipality and Ankestyrelsen.

Applies to what standards under serviceloven say about complaints, save §§ 82 a and 82 b. That the complaint goes to the
municipality first is asked for only where help is granted by a decision; there a finding is a warning.
Why: a complaint over a decision is handed to the municipality, which assesses the case again; only what it upholds goes on to
Ankestyrelsen. A citizen who writes to the wrong place loses time.
Source: Ankestyrelsen's guidance on complaints, as restated by DUKH and municipalities (read; ast.dk, dukh.dk).
How to mend: name both, in that order.
Bad: "Du kan klage til Ankestyrelsen." Good: "Send klagen til kommunen. Fastholder kommunen afgørelsen, sender den klagen til
Ankestyrelsen."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule, is_visited
from qstd.lint.shared.complaints import BOARD, about_complaints, place_of, under_social_service, words_of
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.facts import Complaint
from qstd.model.finding import message
from qstd.model.standard import Standard

_FIRST_TO_MUNICIPALITY = lazy(
    r"\b(?:via|gennem|igennem|hos) (?:\w+ ){0,2}?(?:kommune\w*|forvaltning\w*|visitation\w*|afdeling\w*|os|jobcenter\w*)\b"
    r"|\bvidere ?send\w*|\bsend\w* (?:\w+ ){0,3}?videre\b|\bfastholde\w*"
    r"|\bgenvurder\w*|\b(?:vurder\w*|ser|kigger) (?:\w+ ){0,4}?(?:igen|på ny|en gang til|én gang til)\b"
    r"|\bikke (?:\w+ ){0,2}?(?:giver|får|fået|gives) (?:\w+ ){0,2}?(?:ret|medhold)|\bgiver (?:\w+ ){0,3}?ikke (?:ret|medhold)"
    r"|\b(?:klag\w*|den)\b[^.]{0,60}\b(?:sendes|afleveres|indsendes|rettes|indgives|fremsendes|sender du|skal sendes|stiles) "
    r"(?:\w+ ){0,3}?til\b(?! (?:\w+ ){0,1}?ankestyrelse)"
    r"|\b(?:send|aflever|skriv|ring|henvend dig|kontakt|klag) [^.]{0,40}\b(?:til|kommunen)\b(?! (?:\w+ ){0,1}?ankestyrelse)"
    r"|\bklage\w* til (?:\w+ ){0,2}?(?:kommune\w*|visitation\w*|forvaltning\w*)"
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for both in what is said about complaints."""
    said = about_complaints(standard, around)
    if not said or not under_social_service(standard) or leaves_to_general_text(standard, around):
        return
    words = words_of(said)
    facts = [fact for _, fact in of_kind(standard, Complaint)]
    named = BOARD.search(words) or any(BOARD.search(plain(each.body)) for each in facts)
    if not named:
        yield _unnamed(standard, said)
    elif is_visited(standard) and not _FIRST_TO_MUNICIPALITY.search(words) and not any(each.via for each in facts):
        what = message("Der står ikke, at en klage over afgørelsen skal sendes til kommunen først.")
        hint = message(
            "Kommunen vurderer sagen igen, før den går videre. Skriv fx: »Send klagen til kommunen. Fastholder kommunen "
            "afgørelsen, sender den klagen til Ankestyrelsen.«"
        )
        board = next((each for each in said if BOARD.search(plain(each.text))), said[0])
        yield Hit(("sections", board.section, "body"), what, hint, board.line, "warning")


def _unnamed(standard: Standard, said: tuple[Passage, ...]) -> Hit:
    what = message("Det, der står om klage, nævner ikke Ankestyrelsen.")
    if is_visited(standard):
        hint = message(
            "Skriv, at en klage over afgørelsen sendes til kommunen, og at Ankestyrelsen behandler den derefter."
        )
    else:
        hint = message("Se efter, om der træffes afgørelser. Gør der det, kan de normalt indbringes for Ankestyrelsen.")
    return Hit(place_of(standard, said), what, hint, severity="warning" if is_visited(standard) else None)


RULE = Rule(
    "R010",
    "info",
    check,
    source=message("Kilde: Ankestyrelsens klagevejledning."),
    url="https://ast.dk",
)

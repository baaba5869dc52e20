"""R015 representation (info): the citizen reads that somebody may come along or act for them.

Applies to standards for help that is granted after an assessment. Silent where the standard refers to a text with what is
common to all standards.
Why: many who need help find the conversation hard alone. That one may have a person at one's side is easily overlooked.
Source: forvaltningsloven § 8 (not read by us), so look it up; no rule demands that the standard says it.
How to mend: one sentence, best in a text that all standards share.
Bad: no word about it. Good: "Du kan have en bisidder med til samtalen, eller give en anden fuldmagt."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import passages
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.finding import message
from qstd.model.standard import Standard

_SAID = lazy(
    r"\bbisidder\w*|\bpartsrepræsenta\w*|\brepræsentant\w*|\brepræsentere[stn]?\b|\bfuldmagt\w*|\bværge\w*"
    r"|\bpå (?:dine|\w+s) vegne\b|\bpå vegne af\b|\blade sig bistå\b|\bstøtteperson\w*"
    r"|\b(?:have|tage|få) (?:\w+ ){0,5}?med til (?:\w+ ){0,2}?(?:samtale|møde|besøg)\w*",
    stems="bisidder repræsenta repræsentere fuldmagt værge vegne bistå støtteperson =have =tage =få",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for it in all of the text."""
    said = passages(standard, around) if standard.language == "da" else ()
    if (
        said
        and not any(_SAID.search(plain(each.text)) for each in holding(standard, around, _SAID))
        and not leaves_to_general_text(standard, around)
    ):
        what = message("Standarden nævner ikke, at man kan have en bisidder med eller lade en anden tale for sig.")
        hint = message(
            "Se efter i forvaltningsloven § 8, og skriv fx: »Du kan have en bisidder med til samtalen.« En fælles tekst for "
            "alle standarder er nok."
        )
        yield Hit(("sections",), what, hint)


RULE = Rule(
    "R015",
    "info",
    check,
    source=message("Kilde: forvaltningsloven § 8 (se efter)."),
    applies=Applies(visited=True),
)

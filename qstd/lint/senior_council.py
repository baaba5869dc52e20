"""M006 senior_council (info): a standard for help to older people tells that the council of older people was heard.

Applies to standards in Danish under sections 83, 83 a and 86 and for holistic care under the act on older people that are
out for hearing, or were approved in the last twelve months.
Why: the municipality hears the council of older people on proposals that concern them. The hearing may well have been
held without the text saying so; so this is a reminder only.
Source: a municipality's guide to hearings, middelfart.dk (second-hand); the provision was moved in 2025 and where it
stands now could not be confirmed.
How to mend: look into the case file, and write the hearing into the text of the approval.
Bad: "Godkendt den 5. maj 2025". Good: "Godkendt den 5. maj 2025 efter høring i Ældrerådet".
"""

from qstd.lint.shared.hearing import hearing_rule
from qstd.model.finding import message

RULE = hearing_rule(
    "M006",
    message("ældrerådet"),
    r"ældreråd|seniorråd",
    message(
        "Kilde: Kommuners praksis. Hvor reglen om høring af ældrerådet står i dag, er ikke kontrolleret; se efter."
    ),
    "",
    frozenset(("sel-83", "sel-83a", "sel-86", "ael-helhedspleje")),
)

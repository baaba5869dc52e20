"""P109 drug_treatment_plan_goals (error): a standard for drug treatment describes the goals of action plans.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: action plans without known goals cannot be followed up. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 9 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say for what action plans set goals.
Bad: a standard that does not name action plans. Good: "Handleplanen har mål for forbrug, bolig, arbejde og netværk."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    9,
    message("målene for handleplaner"),
    message(
        "Skriv, hvad handleplanen skal føre til, fx »Handleplanen har mål for forbrug, bolig, arbejde og netværk«."
    ),
    part(
        message("målene for handleplaner"),
        r"(?:handle|handlings|behandlings|indsats)plan",
        r"\b(?:mål|delmål|målene|målet|målsætning)\b",
    ),
)

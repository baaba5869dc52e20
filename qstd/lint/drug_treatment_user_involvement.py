"""P110 drug_treatment_user_involvement (error): a standard for drug treatment describes how its users are involved.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: treatment works with the citizen's consent and share; the order asks the council to say how. The order asks for
it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 10 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say how citizens take part in their own course and in the offer as a whole.
Bad: a standard in which the staff do everything. Good: "Borgerne inddrages gennem brugermøder og en årlig
undersøgelse."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    10,
    message("brugerinddragelsen"),
    message("Skriv, hvordan borgerne er med: i deres eget forløb og i tilbuddet, fx ved brugermøder."),
    part(
        message("brugerinddragelsen"),
        (r"brugermøde|brugerundersøgelse|indflydelse|sammen med borgeren|borgeren\w{0,2} og behandleren" r"|inddrag"),
        topics=("user_involvement",),
    ),
)

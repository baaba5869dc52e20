"""P102 drug_treatment_target_group (error): a standard for drug treatment describes whom it is for.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: without it nobody can see whether the offer is for them. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 2 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: add a section on whom the treatment is for.
Bad: a standard that begins with the price. Good: "Målgruppen er borgere over 18 år med et stofmisbrug."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    2,
    message("målgruppen"),
    message("Skriv, hvem behandlingen er for, fx »Borgere over 18 år med et stofmisbrug«."),
    part(message("målgruppen"), topics=("target_group", "eligibility")),
)

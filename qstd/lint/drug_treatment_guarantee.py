"""P106 drug_treatment_guarantee (error): a standard for drug treatment describes the guarantee that treatment begins in time.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: the guarantee is a right that nobody can use without knowing it. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 6 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: add a sentence on when treatment begins, counted from the day of contact.
Bad: "Behandlingen begynder hurtigst muligt." Good: "Behandlingen begynder senest 14 dage efter henvendelsen."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    6,
    message("behandlingsgarantien"),
    message("Skriv, at behandlingen begynder senest 14 dage efter, at borgeren har henvendt sig."),
    part(message("behandlingsgarantien"), r"behandlingsgaranti|\b(?:14|fjorten) dage", topics=("start_deadline",)),
)

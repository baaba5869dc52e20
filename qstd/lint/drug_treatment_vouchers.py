"""P115 drug_treatment_vouchers (error): a standard for drug treatment has guidelines on vouchers.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: vouchers reward those who come to treatment; who can get them must be the same for all. The order asks for it by
name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 15 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say who can get vouchers and for what, or that there are none.
Bad: a standard that does not name vouchers. Good: "Unge under 25 år kan få gavekort som led i behandlingen."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    15,
    message("retningslinjerne for gavekort"),
    message("Skriv, om gavekort bliver brugt i behandlingen, til hvem og hvordan, eller at de ikke bliver brugt."),
    part(message("retningslinjerne for gavekort"), r"gavekort", topics=("vouchers",)),
)

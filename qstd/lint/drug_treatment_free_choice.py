"""P107 drug_treatment_free_choice (error): a standard for drug treatment describes the right to choose another offer.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: the right to choose another offer is in the act itself, and is used only by those who know it. The order asks for
it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 7 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: add a section on the choice, and on how to make use of it.
Bad: a standard that knows only the municipality's own centre. Good: "Borgeren kan vælge et andet tilbud af
tilsvarende karakter."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    7,
    message("det frie valg"),
    message("Skriv, at borgeren kan vælge et andet offentligt eller godkendt privat tilbud af tilsvarende karakter."),
    part(message("det frie valg"), r"vælge et andet|frit valg|valg af behandlingssted", topics=("supplier_choice",)),
)

"""P111 drug_treatment_board_and_lodging (error): a standard for drug treatment describes what is paid for board and lodging.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: treatment is free, board and lodging need not be; the difference must be known beforehand. The order asks for it
by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 11 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say what is paid for a day and night in residential treatment, and in which year's prices, or that
nothing is paid.
Bad: "Behandlingen er gratis." and no word on residential treatment. Good: "Ved døgnbehandling betaler borgeren 120
kr. pr. døgn for kost og logi."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    11,
    message("betalingen for kost og logi"),
    message("Skriv, hvad borgeren betaler for kost og logi under døgnbehandling, eller at der ikke betales."),
    part(
        message("betalingen for kost og logi"),
        r"\b(?:kost|logi|kost-|mad)\b|forplejning|måltid|ophold|døgn",
        r"betal|\bpris|\btakst|\bgratis|vederlagsfri|\bkr\b|kroner",
    ),
)

"""P112 drug_treatment_complaints (error): a standard for drug treatment describes how cases are handled and how to complain.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: who gets no for an answer must know how it came about and what can be done. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 12 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: add a section on the handling of cases and one on complaints.
Bad: a telephone number and no word on complaints. Good: "Kommunen træffer afgørelse inden 14 dage. Klagen sendes til
kommunen inden 4 uger."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    12,
    message("sagsbehandlingen og klageadgangen"),
    message(
        "Skriv, hvordan sagen bliver behandlet, hvem man klager til, og at klagen sendes til kommunen inden 4 uger."
    ),
    part(
        message("sagsbehandlingen"),
        r"sagsbehandl|afgørelse|sagsgang|partshør",
        topics=("case_process", "case_deadline"),
    ),
    part(message("klageadgangen"), topics=("complaints",)),
)

"""P105 drug_treatment_visitation (error): a standard for drug treatment describes how a person is granted treatment.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: who seeks help must know the way from the first contact to the decision. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 5 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: add a section on the steps from contact to decision, and on who decides.
Bad: a standard that goes from target group to price. Good: "Visitationen begynder med en samtale, og Rusmiddelcentret
træffer afgørelsen."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    5,
    message("fremgangsmåden ved visitationen"),
    message(
        "Skriv, hvad der sker fra den første henvendelse, til behandlingen er bevilget, og hvem der beslutter det."
    ),
    part(
        message("fremgangsmåden ved visitationen"),
        r"\bvisit|\bhenvis(?:ning|es|t)|møde[rt]? op\b|forsamtale|indledende samtale|\bvisitation",
        topics=("visitation",),
    ),
)

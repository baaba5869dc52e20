"""P103 drug_treatment_goal (error): a standard for drug treatment describes its overall goal, with values and norms.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: the council's goal and values are what the service level is measured by. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 3 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say what the treatment should lead to, and on which values and norms it rests; both are asked for.
Bad: a goal without a word on values. Good: "Målet er et liv med mindre eller intet forbrug. Behandlingen bygger på
respekt og tillid."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    3,
    message("det overordnede mål med værdier og normer"),
    message(
        "Skriv, hvad behandlingen samlet skal føre til, og hvilke værdier og normer den bygger på. Skriv begge dele."
    ),
    part(message("det overordnede mål med behandlingen"), r"\bmålet\b|målsætning|\bformål", topics=("purpose",)),
    part(
        message("de værdier og normer, som behandlingen bygger på"),
        r"\bværdier|\bnormer|værdigrundlag|menneskesyn|bygger på respekt|\bprincip",
        topics=("values",),
    ),
)

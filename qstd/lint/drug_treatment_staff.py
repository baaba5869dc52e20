"""P113 drug_treatment_staff (error): a standard for drug treatment describes the training of its staff.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: the quality of treatment rests on those who give it. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 13 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: name the professions, and how the staff keep up their knowledge.
Bad: "Vi har dygtige medarbejdere." Good: "Personalet er socialrådgivere og sygeplejersker og får løbende
supervision."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    13,
    message("personalets kvalifikationer og kompetenceudvikling"),
    message(
        "Skriv, hvilken uddannelse medarbejderne har, og hvordan deres viden bliver holdt ved lige, fx "
        "ved kurser og supervision."
    ),
    part(message("personalets kvalifikationer"), r"uddannet som|uddannede?\b|\bkvalifikation", topics=("competence",)),
    part(
        message("personalets kompetenceudvikling"),
        (
            r"kompetenceudvik|efteruddann|videreuddann|\bkurs(?:er|us)|supervision|opkvalific|temadag"
            r"|faglig\w{0,5} udvikling|udvikling af [^.]{0,30}kompetence|oplæring|certificer|uddannes løbende"
            r"|løbende (?:\w+ )?uddann"
        ),
    ),
)

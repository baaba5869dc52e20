"""P101 drug_treatment_tasks (error): a standard for drug treatment describes the tasks that are carried out.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: Who seeks treatment must be able to read what it consists of. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 1 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: add a section on what the treatment consists of, a line for each task.
Bad: a standard that tells only whom to call. Good: "Behandlingen omfatter udredning, samtaler og efterbehandling."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    1,
    message("opgaverne"),
    message("Skriv, hvilke opgaver kommunen løser efter § 101: udredning, samtaler, døgnbehandling, efterbehandling."),
    part(message("opgaverne"), r"\bopgave", topics=("activities",)),
)

"""P104 drug_treatment_organisation (error): a standard for drug treatment describes its organisation and its kinds of treatment.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: people must be able to see where they can get which treatment. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 4 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say who runs the treatment, and list the kinds that there are.
Bad: "Kommunen tilbyder behandling." Good: "Rusmiddelcentret tilbyder ambulant behandling og dagbehandling."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    4,
    message("organiseringen og de konkrete behandlingstilbud"),
    message(
        "Skriv, hvem der står for behandlingen, og hvilke tilbud der er, fx ambulant behandling og døgnbehandling."
    ),
    part(
        message("organiseringen af behandlingen"),
        r"organiser|cent(?:er|ret|eret)\b|\bafdeling|\benhed|\bteam",
        topics=("organisation", "supplier", "delivery"),
    ),
    part(
        message("de konkrete behandlingstilbud"),
        (r"\b(?:ambulant|døgn|dag|substitutions|abstinens|efter|gruppe)\w{0,12}behandling|ambulant" r"|døgnophold"),
        topics=("activities",),
    ),
)

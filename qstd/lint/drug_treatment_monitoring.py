"""P114 drug_treatment_monitoring (error): a standard for drug treatment describes how the treatment is monitored.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: nobody can tell whether a service level is kept when it is not measured. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 14 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say what is measured, how often, and who looks at it.
Bad: a standard without a word on results. Good: "Hvert år opgøres, hvor mange forløb der er gennemført."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    14,
    message("monitoreringen"),
    message("Skriv, hvordan kommunen følger med i, om behandlingen virker, fx med årlige tal for gennemførte forløb."),
    part(
        message("monitoreringen"),
        (
            r"monitorer|tilfredshed|brugerundersøgelse|statistik|nøgletal|stofmisbrugsdatabase|\bSMDB\b"
            r"|effektmål|evaluer|indberet|ventetider måles|registrer\w{0,10} resultat"
        ),
        topics=("follow_up",),
    ),
)

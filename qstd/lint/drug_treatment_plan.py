"""P108 drug_treatment_plan (error): a standard for drug treatment describes how the treatment plan is made and followed up.

Applies to standards under section 101 of the act on social service, those in Danish.
Why: the plan is what the citizen and the staff have agreed on; it must be known who makes it and when it is looked at
again. The order asks for it by name.
Source: BEK 1477 of 17 December 2019, section 4(1), item 8 (confirmed):
https://www.retsinformation.dk/eli/lta/2019/1477
How to mend: say who makes the plan and when, and when it is followed up.
Bad: "Behandlingen tilpasses den enkelte." Good: "Borger og behandler laver en behandlingsplan. Der følges op på
planen hver 3. måned."
"""

from qstd.lint.shared.items import item_rule, part
from qstd.model.finding import message

RULE = item_rule(
    8,
    message("udarbejdelsen af behandlingsplanen og opfølgningen på den"),
    message(
        "Skriv, hvem der laver behandlingsplanen sammen med borgeren, hvornår, og hvordan der bliver fulgt op på den."
    ),
    part(message("udarbejdelsen af behandlingsplanen"), r"(?:behandlings|indsats|forløbs)plan"),
    part(
        message("opfølgningen på behandlingsplanen"),
        (
            r""
            r"(?:behandlings|indsats|forløbs)?plan\w{0,20}\b[^.]{0,80}\b(?:juster|revider|gennemgå|evaluer|følge)"
            r"|statusmøde"
        ),
        topics=("follow_up",),
    ),
)

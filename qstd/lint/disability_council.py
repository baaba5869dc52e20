"""M005 disability_council (info): a standard for help to people with disabilities tells that the disability council was heard.

Applies to standards in Danish under sections 85, 85 a, 95 to 98, 100, 103, 104, 107, 108, 112 and 113 that are out for
hearing, or were approved in the last twelve months.
Why: the council of the municipality must hear the disability council on all initiatives that matter to people with
disabilities. The hearing may well have been held without the text saying so; so this is a reminder only.
Source: RSL, section 37 a(2) (confirmed): https://danskelove.dk/retssikkerhedsloven/37a
How to mend: look into the case file, and write the hearing into the text of the approval.
Bad: "Godkendt den 5. maj 2025". Good: "Godkendt den 5. maj 2025 efter høring i Handicaprådet".
"""

from qstd.lint.shared.hearing import hearing_rule
from qstd.model.finding import message

_SERVICES = "sel-85 sel-85a sel-95 sel-96 sel-97 sel-98 sel-100 sel-103 sel-104 sel-107 sel-108 sel-112 sel-113"

RULE = hearing_rule(
    "M005",
    message("handicaprådet"),
    r"handicapråd",
    message("Kilde: Retssikkerhedsloven § 37 a, stk. 2."),
    "https://danskelove.dk/retssikkerhedsloven/37a",
    frozenset(_SERVICES.split()),
)

"""Rules: how bad a workspace takes the findings of its rules to be, in `rules.yaml` beside the municipalities' folders."""

from typing import Annotated, Literal

from qstd.model.field import FILLED, Danish, Pattern, Record, record


@record
class RuleLevel(Record):
    """What a workspace has decided of one rule, or of all of a group."""

    code: Annotated[
        Annotated[str, Pattern(r"[A-Z]([0-9]{3})?")], Danish("Reglens kode, fx R003, eller en hel gruppe, fx A.")
    ]
    severity: Annotated[
        Literal["error", "warning", "info", "off"],
        Danish("error (fejl), warning (advarsel), info (bemærkning) eller off (tjek det ikke)."),
    ]
    reason: Annotated[Annotated[str, Pattern(FILLED)], Danish("Hvorfor. Skal skrives.")]


@record
class RulesFile(Record):
    """What `rules.yaml` says."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    rules: Annotated[tuple[RuleLevel, ...], Danish("De regler, der skal tages mere eller mindre alvorligt her.")] = ()

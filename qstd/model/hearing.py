"""Hearings: who was asked about a standard, and what they answered.

Each has a file of its own in the workspace: `hearings/<municipality>/<name>/<day it began>.yaml`.
"""

from typing import Annotated, Literal

from qstd.model.field import FILLED, Danish, NumberToo, Pattern, Record, record
from qstd.model.standard import DIGEST, Date


@record
class HearingAnswer(Record):
    """One remark of one party, and what the municipality says to it."""

    by: Annotated[Annotated[str, Pattern(FILLED)], Danish("Hvem der svarer, fx Handicaprådet.")]
    text: Annotated[Annotated[str, Pattern(FILLED)], Danish("Bemærkningen, ord for ord.")]
    date: Annotated[Date | None, Danish("Dagen, svaret kom.")] = None
    point: Annotated[Annotated[str, NumberToo()] | None, Danish("Punktet i høringsudgaven, fx 12 eller 3–7.")] = None
    section: Annotated[str | None, Danish("Afsnittets navn. Udelades, når bemærkningen er om hele standarden.")] = None
    suggestion: Annotated[str | None, Danish("Den ordlyd, der foreslås.")] = None
    outcome: Annotated[
        Literal["followed", "partly", "not_followed", "noted"] | None,
        Danish(
            "followed (fulgt), partly (delvis fulgt), not_followed (ikke fulgt) eller noted (taget til efterretning)."
        ),
    ] = None
    reply: Annotated[str | None, Danish("Kommunens svar på bemærkningen.")] = None


@record
class HearingFile(Record):
    """One hearing of one standard."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    opened: Annotated[Date, Danish("Dagen, høringen begyndte.")]
    closes: Annotated[Date | None, Danish("Den sidste dag, der kan svares.")] = None
    to: Annotated[tuple[str, ...], Danish("Hvem der er spurgt, fx Handicaprådet.")] = ()
    content: Annotated[
        Annotated[str, Pattern(DIGEST)] | None, Danish("Fingeraftrykket af den tekst, der blev sendt ud.")
    ] = None
    answers: Annotated[tuple[HearingAnswer, ...], Danish("Svarene, i den rækkefølge de er kommet.")] = ()

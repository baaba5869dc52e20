r"""K018 table_cells (error): no row of a table has more cells than the table's head.

Applies to bodies of sections and of shared texts.
Why: a table has as many columns as its head. What a row holds beyond them is shown nowhere, so words would be lost.
How to mend: give the head one more column, or write a bar that belongs to the text as `\|`.
Bad: `| 18 år | 0 kr. | dog ikke i ferier |` under a head of two columns. Good: the same row under a head of three.
"""

from qstd.lint.shared.bodies import body_rule
from qstd.model.finding import Message, message


def _explain(words: str) -> tuple[Message, Message]:
    what = message(
        "Tabellens række har flere felter end dens hoved. De sidste ord ville gå tabt: »{words}«.", words=words
    )
    return what, message("Giv tabellens hoved en kolonne mere, eller skriv \\| for en streg, der hører til teksten.")


RULE = body_rule("K018", "error", "cells", _explain)

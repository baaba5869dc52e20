r"""K010 raw_html (error): a body holds no HTML.

Applies to bodies of sections and of shared texts.
Why: HTML works on the web page only, not in PDF and Word, and could carry a script. It is published as plain characters.
How to mend: write Markdown: `- ` for a list, `### ` for a sub-heading, `**bold**`, and `\` at the end of a line for a
line break. A bare `<` is written `\<`.
Bad: `<b>vigtigt</b>`. Good: `**vigtigt**`.
"""

from qstd.lint.shared.bodies import body_rule
from qstd.model.finding import Message, message


def _explain(words: str) -> tuple[Message, Message]:
    hint = message(
        "Skriv det som Markdown: »- « for en liste, »### « for en underoverskrift, »**fed**« for fed skrift. "
        "Et rent »<« skrives »\\<«."
    )
    return message("Teksten indeholder HTML: {words}.", words=words), hint


RULE = body_rule("K010", "error", "html", _explain)

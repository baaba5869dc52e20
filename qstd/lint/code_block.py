"""K013 code_block (warning): a body holds no code block.

Applies to bodies of sections and of shared texts.
Why: four spaces before a line make it "code" in Markdown, which nobody means in a quality standard. The words are
published as an ordinary paragraph.
How to mend: move the line to the left edge.
Bad: a line that begins with four spaces. Good: the same line without them.
"""

from qstd.lint.shared.bodies import body_rule
from qstd.model.finding import Message, message


def _explain(words: str) -> tuple[Message, Message]:
    what = message("Linjen er rykket ind og læses som programkode: »{words}«.", words=words)
    return what, message("Ryk linjen helt ud til venstre i afsnittets tekst.")


RULE = body_rule("K013", "warning", "code", _explain)

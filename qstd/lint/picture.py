"""K012 picture (warning): a body holds no picture.

Applies to bodies of sections and of shared texts.
Why: pictures are not published yet; only their alternative text is. Somebody would miss what the picture says.
How to mend: say it in words.
Bad: `![vores hus](hus.png)`. Good: a sentence that says where the house is.
"""

from qstd.lint.shared.bodies import body_rule
from qstd.model.finding import Message, message


def _explain(words: str) -> tuple[Message, Message]:
    what = message("Billeder udgives ikke. Kun billedteksten »{words}« kommer med.", words=words)
    return what, message("Skriv det, billedet viser, med ord.")


RULE = body_rule("K012", "warning", "image", _explain)

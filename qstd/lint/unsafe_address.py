"""K011 unsafe_address (error): a link leads to the web, to a mailbox, to a telephone, or to a page of our own.

Applies to links in bodies of sections and of shared texts.
Why: addresses like `javascript:` run code in the reader's browser, and `file:` addresses work on one machine only.
How to mend: write an address that begins with https://, mailto: or tel:.
Bad: `[klik](javascript:alert(1))`. Good: `[ansøg](https://example.org/ansoeg)`.
"""

from qstd.lint.shared.bodies import body_rule
from qstd.model.finding import Message, message


def _explain(words: str) -> tuple[Message, Message]:
    hint = message("Et link skal begynde med https://, mailto: eller tel:.")
    return message("Linket kan ikke udgives: {words}.", words=words or message("(tomt)")), hint


RULE = body_rule("K011", "error", "address", _explain)

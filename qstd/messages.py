"""Messages in the language of the reader: the Danish sentence translated, its gaps filled."""

from qstd.language import fill
from qstd.model.finding import Message


def words(message: Message | None, language: str) -> str:
    """Return a message in a language, its gaps filled; empty for none."""
    if message is None:
        return ""
    if not message.values:
        return fill(message.text, message.values, language)
    values = {k: words(v, language) if isinstance(v, Message) else v for k, v in message.values.items()}
    return fill(message.text, values, language)

"""What a rule says when a word is not on a list: the likeliest word, or all of them."""

from collections.abc import Iterable

from qstd.model.finding import Message, message


def choose(word: str, words: Iterable[str], shown: int = 12) -> Message:
    """Suggest the word that was meant; where none is near, name the first `shown` of them."""
    from difflib import get_close_matches

    known = list(words)
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.7)
    if near:
        return message("Mente du »{near}«?", near=near[0])
    if len(known) > shown:
        return message("Fx: {words} ...", words=", ".join(known[:shown]))
    return message("Vælg mellem: {words}.", words=", ".join(known))

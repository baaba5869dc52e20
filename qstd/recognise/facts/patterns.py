"""Phrases: a short way to write the patterns of the grammars, which are many and should read like the words they find.

Phrases stand between bars or on lines of their own. In a phrase a space is any white space, `~` the rest of a word, `_`
any word, `…` up to sixty characters of the same sentence, and (a|b) one of several. All else is as in regular
expressions. A phrase begins and ends where words do; capitals make no difference.
"""

import re

_BETWEEN = re.compile(r"\s+\|\s+|\n")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_SIGNS = (("~", r"\w*"), ("_", r"[\w-]{1,60}"), ("…", r"[^.]{0,60}?"), (" ", r"\s+"))


def phrases(text: str) -> re.Pattern[str]:
    """Compile phrases: the pattern finds any of them."""
    return re.compile(either(text), re.IGNORECASE)


def either(text: str) -> str:
    """Return the regular expression that finds any of the phrases, as one group."""
    found = (each.strip().removeprefix("| ") for each in _BETWEEN.split(text))
    # One test for the beginning of a word before all phrases: most places in a text are none.
    return rf"(?<!\w)(?:{'|'.join(_phrase(each) for each in found if each)})(?!\w)"


def _phrase(text: str) -> str:
    for sign, pattern in _SIGNS:
        text = _GROUP.sub("(?:", text).replace(sign, pattern)
    return text

"""What kinds of facts are called: in Danish as their files say, in English as the code does."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from qstd.model.field import Danish


def danish(annotation: Any) -> str:
    """Return what a field means, as its file's schema says it; empty where it does not."""
    marks = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((each.text for each in marks if isinstance(each, Danish)), "")


def english(name: str) -> str:
    """Return a name of the code as words: "FollowUp" and "follow_up" are "follow up"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).lower()


@cache
def label(kind: type) -> Mapping[str, str]:
    """Return what a kind of fact is called, by language."""
    return {"da": danish(get_type_hints(kind, include_extras=True)["kind"]).rstrip("."), "en": english(kind.__name__)}

"""Comparisons for machines, with the words for people that presentation has."""

from dataclasses import replace
from functools import partial

from qstd import catalogue
from qstd.exports.comparison_json import Words, comparison_json
from qstd.language import translator
from qstd.model.comparison import Comparison
from qstd.present.facts import kind_label, value


def comparison_data(comparison: Comparison, language: str) -> bytes:
    """Return a comparison as JSON, its labels and values in `language`."""
    words = Words(
        kind=partial(kind_label, language=language),
        topic=partial(_topic, language=language),
        fact=lambda fact: value(fact, language).text,
    )
    say = translator(language)
    columns = tuple(replace(each, label=say(each.label)) if each.is_law else each for each in comparison.columns)
    return comparison_json(replace(comparison, columns=columns), words)


def _topic(key: str, language: str) -> str:
    known = catalogue.topics().get(key)
    return catalogue.label(known.label, language) if known else key

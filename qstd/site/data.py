"""Comparisons and revisions for machines and spreadsheets, with the words for people that presentation has."""

from dataclasses import replace
from functools import partial

from qstd import catalogue
from qstd.exports.comparison_csv import comparison_csv
from qstd.exports.comparison_json import comparison_json
from qstd.exports.revision_json import revision_json
from qstd.exports.words import Words
from qstd.language import translator
from qstd.model.comparison import Column, Comparison, Flag
from qstd.model.revision import Revision
from qstd.present import comparison_words
from qstd.present.comparison_labels import PROPERTIES, label
from qstd.present.comparison_spread import spread
from qstd.present.facts import GROUPS, group_label, kind_group, kind_label, value
from qstd.present.quantities import date


def comparison_data(comparison: Comparison, language: str) -> bytes:
    """Return a comparison as JSON, its labels and values in `language`."""
    say = translator(language)
    columns = tuple(replace(each, label=say(each.label)) if each.is_law else each for each in comparison.columns)
    return comparison_json(replace(comparison, columns=columns), words(language))


def comparison_sheet(comparison: Comparison, language: str, made: str = "") -> bytes:
    """Return a comparison as an Excel workbook; `made` is the day (ISO) that it tells, if any."""
    from qstd.exports.comparison_xlsx import comparison_xlsx

    return comparison_xlsx(
        comparison, words(language), comparison_words.title(comparison, language), language=language, made=made
    )


def comparison_table(comparison: Comparison, language: str) -> bytes:
    """Return a comparison as CSV for spreadsheets, one line for each value."""
    return comparison_csv(comparison, words(language))


def revision_data(revision: Revision, language: str) -> bytes:
    """Return two versions of a standard as JSON: what changed, and the steps from one to the other."""
    return revision_json(revision, words(language))


def words(language: str) -> Words:
    """Return the words for people that stand beside the keys in data."""
    say = translator(language)
    return Words(
        kind=partial(kind_label, language=language),
        topic=partial(_topic, language=language),
        fact=lambda fact: value(fact, language).text,
        property=lambda name: say(PROPERTIES.get(name, name)),
        say=say,
        details=lambda fact: value(fact, language).details,
        group=partial(_group, language=language),
        groups=tuple(group_label(each, language) for each in GROUPS),
        names=partial(comparison_words.names, language=language),
        date=partial(date, language=language),
        spread=partial(spread, language=language),
        place=partial(comparison_words.place, language=language),
        flag=partial(_flag, language=language),
        label=partial(label, language=language),
    )


def _topic(key: str, language: str) -> str:
    known = catalogue.topics().get(key)
    return catalogue.label(known.label, language) if known else key


def _group(kind: str, role: str, language: str) -> str:
    return group_label(kind_group(kind, role) if kind else "document", language)


def _flag(flag: Flag, law: Column | None, language: str) -> str:
    name = comparison_words.law_name(law, language) if law else flag.law
    verdict, reason = comparison_words.flag(flag, name, language)
    return f"{verdict}. {reason}"

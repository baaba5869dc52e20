"""`alignments.yaml`: what people have said of pairs of sections, written as entries of one list."""

from collections.abc import Mapping

from qstd.edits.entries import with_entry, without_entry
from qstd.yaml_source import parse

_NEW = """\
# yaml-language-server: $schema=../schemas/alignments.schema.json
# Par af afsnit, som nogen har sagt god for (confirmed) eller afvist (rejected). Skrives med »qstd align«.
schema: 1
alignments: []
"""


def with_alignment(text: str, at: int | None, entry: Mapping[str, str]) -> str:
    """Return the text of an alignments file with an entry: in place of the one of number `at`, or, where that is None, as
    the last one. `text` is empty where there is no file yet.
    """
    if not isinstance(parse(text.encode()).value, dict):
        text += _NEW
    return with_entry(text, "alignments", at, entry)


def without_alignment(text: str, at: int) -> str:
    """Return the text of an alignments file without the entry of number `at`; comments around it stay."""
    return without_entry(text, "alignments", at)

"""The canonical form: how a file is written is no part of it, and all that readers are told is.

`QSTD_FUZZ=2000` tries more standards.
"""

import os
import random
from dataclasses import replace
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qstd import canon
from qstd.model.fragments import effective
from qstd.model.municipality import Fragment
from qstd.model.plain import plain
from qstd.model.standard import Approval, ApprovedContent, Section, Standard
from qstd.readers import yaml_file
from tests.standards_strategies import standards
from tests.verbs.approvals import DAY, TEXT, record, shown

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
WORDS = (
    "Hjælpen",
    "ydes",
    "altid",
    "efter",
    "en",
    "vurdering,",
    "æblet",
    "§",
    "99",
    "og",
    "**fed**",
    "tekst.",
    "Å",
    "(se",
)
# One word that would open something of its own at the start of a line is never put there.
BODIES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), max_size=4)


def said(text: str) -> Standard:
    """What a text says to readers."""
    found = yaml_file.read_standard(text.encode(), "x.yaml", "lejre").record
    assert found
    return effective(found, {})


def approved(standard: Standard) -> Standard:
    """The standard with the digests of what it says."""
    found = canon.digests(standard)
    content = ApprovedContent(form=canon.FORM, whole=found.whole, sections=dict(found.sections))
    return replace(standard, approval=Approval(date=DAY, content=content))


def rewritten(values: dict[str, Any], chance: random.Random) -> str:
    """The same values in another file: keys and facts in another order, other quotes, layout and comments."""
    mixed = {key: values[key] for key in chance.sample(list(values), len(values))}
    mixed["facts"] = chance.sample(values.get("facts", []), len(values.get("facts", [])))
    look: dict[str, Any] = {
        "default_flow_style": chance.choice((True, False, None)),
        "default_style": chance.choice((None, "'", '"')),
        "width": chance.choice((20, 80, 1000)),
        "indent": chance.choice((2, 4)),
        "allow_unicode": chance.choice((True, False)),
        "sort_keys": chance.choice((True, False)),
    }
    if look["default_style"]:
        look.pop("default_style")  # numbers would be texts
        mixed = _quoted(mixed)
    text = yaml.safe_dump(mixed, **look)
    return f"# {chance.random()}\n{text}# til sidst\n"


class Quoted(str):
    """A text that is written with quotes."""


yaml.SafeDumper.add_representer(
    Quoted, lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:str", data, '"')
)


def _quoted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _quoted(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_quoted(each) for each in value]
    return Quoted(value) if isinstance(value, str) and not value[:1].isdigit() else value


def file_values(standard: Standard) -> dict[str, Any]:
    """The standard as plain values of a file."""
    values: dict[str, Any] = plain(standard)
    values.pop("municipality")
    values.pop("approval", None)
    return values


@settings(max_examples=EXAMPLES, deadline=None)
@given(standards("lejre"), st.integers())
def test_how_a_file_is_written_is_no_part_of_it(standard: Standard, seed: int) -> None:
    values = file_values(standard)
    texts = [yaml.safe_dump(values, sort_keys=False), rewritten(values, random.Random(seed))]
    read = [yaml_file.read_standard(each.encode(), "x.yaml", "lejre") for each in texts]
    assume(all(each.record is not None and each.whole for each in read))
    first, second = (effective(each.record, {}) for each in read if each.record)

    assert canon.digests(first) == canon.digests(second)
    assert canon.state(replace(second, approval=approved(first).approval)).kind == "as_approved"


def wrapped(paragraphs: list[list[str]], chance: random.Random) -> str:
    """Paragraphs with their lines broken somewhere, and spaces and empty lines where nobody sees them."""
    out = []
    for words in paragraphs:
        text = words[0]
        for each in words[1:]:
            text += chance.choice((" ", " ", "\n", " \n", "\n  ")) + each
        out.append(text + chance.choice(("", " ")))
    return (
        chance.choice(("", "\n"))
        + chance.choice(("\n\n", "\n\n\n", "\n \n")).join(out)
        + chance.choice(("", "\n", "\n\n"))
    )


@settings(max_examples=EXAMPLES * 4, deadline=None)
@given(BODIES, st.integers())
def test_where_lines_end_is_no_part_of_it(paragraphs: list[list[str]], seed: int) -> None:
    chance = random.Random(seed)
    assert canon.text(wrapped(paragraphs, chance)) == canon.text("\n\n".join(" ".join(each) for each in paragraphs))


@settings(max_examples=EXAMPLES * 2, deadline=None)
@given(standards("lejre"), st.data())
def test_what_readers_are_told_is(standard: Standard, data: st.DataObject) -> None:
    own = approved(standard)
    assert canon.state(own).kind == "as_approved"
    changes: list[tuple[Standard, str]] = [(replace(own, title=f"{own.title} igen"), "beside")]
    for number, each in enumerate(own.sections):
        others = [
            (replace(each, body=f"{each.body}\n\nIgen."), "changed"),
            (replace(each, heading=f"{each.heading}!"), "changed"),
        ]
        for another, part in others:
            sections = (*own.sections[:number], another, *own.sections[number + 1 :])
            changes.append((replace(own, sections=sections), part))
        without = (*own.sections[:number], *own.sections[number + 1 :])
        changes.append((replace(own, sections=without), "removed"))
    changes.append((replace(own, sections=(*own.sections, Section(id="nyt", body="Nyt."))), "added"))
    if len(own.sections) > 1:
        changes.append((replace(own, sections=own.sections[::-1]), "moved"))
    after, part = data.draw(st.sampled_from(changes))
    found = canon.state(after)

    assert found.kind == "changed"
    assert getattr(found, part)
    assert [bool(each) for each in (found.changed, found.added, found.removed, found.moved, found.beside)].count(
        True
    ) == 1


def test_a_shared_text_is_part_of_the_section_that_uses_it() -> None:
    standard = record(TEXT)
    own = approved(shown(TEXT))
    other = replace(effective(standard, {"klage": Fragment(body="Du kan klage inden 5 uger.")}), approval=own.approval)
    assert canon.state(other).changed == ("complaints",)
    here = replace(
        standard,
        sections=(standard.sections[0], replace(standard.sections[1], use=None, body="Du kan klage inden 4 uger.")),
        approval=own.approval,
    )
    assert canon.state(here).kind == "as_approved"  # the same words, wherever they stand


def test_the_form_is_a_promise() -> None:
    """The digest of a text that was approved once is the same for ever. Where this fails, the form needs a new number."""
    found = canon.digests(shown(TEXT))
    assert canon.FORM == 1
    assert found.whole == "fe5d531e18bf65a62cd1253d919ae9dc57957183ec0d91b77d890e3e926cfdad"
    assert list(found.sections) == ["price", "complaints"]


def test_states_without_a_digest() -> None:
    own = shown(TEXT)
    assert canon.state(replace(own, approval=None)).kind == "none"
    assert canon.state(replace(own, approval=Approval())).kind == "none"
    assert canon.state(replace(own, approval=Approval(date=DAY))).kind == "unbound"
    content = ApprovedContent(form=canon.FORM + 1, whole="0" * 64, sections={})
    assert canon.state(replace(own, approval=Approval(date=DAY, content=content))).kind == "newer"

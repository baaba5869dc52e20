"""Hyphens at the end of lines: the cases, what holds for any text, and the project's own standards cut into lines."""

import os
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.model.outline import SOFT_HYPHEN
from qstd.recognise.hyphens import Evidence, apply, apply_to_parts, mend, vocabulary

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
CASES = yaml.safe_load((Path(__file__).parent / "hyphen_cases.yaml").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[2]
LETTERS = st.sampled_from([*"abeøÅ19-–/.,@ §", "\n", "-\n", f"{SOFT_HYPHEN}\n", SOFT_HYPHEN, "og", "\u2028", "¬"])
TEXTS = st.lists(LETTERS, max_size=40).map("".join)
VOWELS = "aeiouyæøå"


def _lines(text: str) -> str:
    return text.replace("⏎", "\n").replace("¦", SOFT_HYPHEN)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case: dict[str, Any]) -> None:
    evidence, known = vocabulary(case.get("doc", [])), vocabulary(case.get("known", []))

    found = mend(_lines(case["text"]), evidence, known)

    assert found.text == case["is"]
    assert [joint.kind for joint in found.joints] == case["kinds"]
    assert all(joint.result in found.text for joint in found.joints) or len(found.joints) > 1


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


def test_a_joint_shows_the_parts_as_they_stood() -> None:
    [joint] = mend("på e-mail-\nadressen", vocabulary(["e-mail-adresse"])).joints

    assert (joint.left, joint.right, joint.result) == ("e-mail-", "adressen", "e-mail-adressen")


def test_parts_of_torn_words_are_no_evidence() -> None:
    found = vocabulary(["det hand-\nler om sags-\nbehand-\nling og børne- og ungeområdet, hen-", "blik på"])

    assert sorted(found.words) == ["børne", "det", "og", "om", "på", "ungeområdet"]


def test_edits_keep_the_look_of_the_runs() -> None:
    parts = ("Klik hen", "-\nblik på ", "dag-", "\nog natten")
    found = mend("".join(parts), vocabulary(["henblik"]))

    assert apply_to_parts(parts, found.edits) == ("Klik hen", "blik på ", "dag-", " og natten")


@FUZZ
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_no_letter_is_lost_and_no_line_end_left(text: str, others: list[str]) -> None:
    found = mend(text, vocabulary([text, *others]))

    assert "\n" not in found.text
    assert SOFT_HYPHEN not in found.text
    assert re.sub(r"[\W_]", "", found.text) == re.sub(r"[\W_]", "", text)
    assert apply(text, found.edits) == found.text


@FUZZ
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_edits_fit_any_parts(parts: list[str]) -> None:
    found = mend("".join(parts), Evidence({}))

    assert "".join(apply_to_parts(parts, found.edits)) == found.text


# ---------- the project's own standards


def _paragraphs() -> list[str]:
    """The paragraphs of the standards in the repository, as plain text."""
    bodies = []
    for path in sorted((ROOT / "standards").glob("*/*.yaml")):
        for section in yaml.safe_load(path.read_text(encoding="utf-8")).get("sections", []):
            bodies += [each for each in prose.text(section["body"]).split("\n") if len(each) > 60]
    return bodies


def _points(word: str) -> list[int]:
    """Where Danish may tear a word, by a simple rule: before a single consonant and its vowel, two letters at least on
    both sides, and behind a hyphen of its own.
    """
    low = word.lower()
    return [
        at
        for at in range(2, len(word) - 1)
        if low[at - 1] == "-"
        or (
            low[at] not in VOWELS
            and low[at + 1] in VOWELS
            and any(each in VOWELS for each in low[:at])
            and low.isalpha()
        )
    ]


def _cut(text: str, wide: int, dice: random.Random) -> str:
    """A text in lines of a width, with words torn where they do not fit."""
    done, line = [], ""
    for word in text.split(" "):
        room = wide - len(line) - 2
        if len(line) + 1 + len(word) <= wide:
            line = f"{line} {word}".strip()
            continue
        fitting = [at for at in _points(word) if at <= room]
        at = dice.choice(fitting) if fitting and dice.random() < 0.8 else 0
        head = word[:at] + ("" if word[at - 1 : at] == "-" else "-") if at else ""
        done.append(f"{line} {head}".strip())
        line = word[at:]
    return "\n".join([*done, line])


@pytest.mark.parametrize("wide", [30, 45, 70])
def test_standards_cut_into_lines_are_mended(wide: int) -> None:
    wrong, kinds = [], Counter[str]()
    whole = _paragraphs()
    for seed in range(5):
        cut = [_cut(text, wide, random.Random(f"{seed}{text}")) for text in whole]
        evidence = vocabulary(cut)
        for text, lines in zip(whole, cut, strict=True):
            found = mend(lines, evidence)
            kinds.update(joint.kind for joint in found.joints)
            if found.text != " ".join(text.split()):
                wrong += [joint for joint in found.joints if joint.kind != "doubtful" and joint.result not in text]

    assert wrong == []
    assert kinds["doubtful"] <= 0.1 * kinds.total()

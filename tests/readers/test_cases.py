"""Files that do not fit: every fault in its place and in plain words, and the rest checked as if it stood alone."""

from pathlib import Path

from qstd.readers import explain
from tests.cases.case_file import Case, all_cases, cases, told
from tests.cases.corpus import corpus, in_file


@cases("readers")
def test_case(case: Case, tmp_path: Path) -> None:
    found = corpus(tmp_path, case.parts["standard"], case.parts.get("municipality", ""))
    own, shared = case.lines("findings"), case.lines("findings in municipality")

    assert own == told(own, in_file(found, "stoette"))
    assert shared == told(shared, in_file(found, "municipality"))


@cases("readers")
def test_a_standard_with_errors_is_not_published(case: Case, tmp_path: Path) -> None:
    found = corpus(tmp_path, case.parts["standard"], case.parts.get("municipality", ""))
    [checked] = found.standards
    own = [each for each in checked.findings if each.severity == "error"]
    around = [each for each in found.findings if each.severity == "error" and each not in checked.findings]
    touches_all = [each for each in around if each.place.path[:1] != ("fragments",)]

    assert bool(own or touches_all) == (checked.standard is None)


def test_every_code_has_a_case() -> None:
    lines = [line for case in all_cases("readers") for part in case.parts for line in case.lines(part)]
    codes = {line.split()[0] for line in lines if line[:2] == "F0"}

    assert {f"F00{number}" for number in range(1, 9)} == codes


def test_every_own_check_has_a_case() -> None:
    lines = [line for case in all_cases("readers") for line in case.lines("findings") if line.startswith("F007 ")]

    assert len(explain.OWN_CHECKS) == len(lines)

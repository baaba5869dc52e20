"""Standards that are held between reading them and making pages of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qstd.readers import yaml_file

STANDARD = Path(__file__).parents[2].joinpath("standards").glob("*/*.yaml")
DATA = next(each for each in sorted(STANDARD) if each.name != "municipality.yaml").read_bytes()


@pytest.fixture(autouse=True)
def forgets() -> Iterator[None]:
    yield
    yaml_file.hold(0)


def test_what_was_held_is_what_would_be_read() -> None:
    fresh = yaml_file.standard_again(DATA, "aarhus")
    yaml_file.hold(1)
    read = yaml_file.read_standard(DATA, "a.yaml", "odense").record
    assert read is not None
    held = yaml_file.standard_again(DATA, "aarhus")
    assert held == fresh
    assert held is not None
    assert held.sections[0] is read.sections[0]


def test_it_is_held_until_it_is_asked_for_again() -> None:
    yaml_file.hold(1)
    yaml_file.read_standard(DATA, "", "aarhus")
    yaml_file.standard_again(DATA, "aarhus")
    assert not yaml_file._held


def test_no_more_are_held_than_there_is_room_for() -> None:
    yaml_file.hold(1)
    for each in range(3):
        yaml_file.read_standard(DATA + b"# %d\n" % each, "", "aarhus")
    assert len(yaml_file._held) == 1


def test_a_faulty_one_is_not_held() -> None:
    yaml_file.hold(9)
    yaml_file.read_standard(DATA + b"unknown: 1\n", "", "aarhus")
    assert not yaml_file._held

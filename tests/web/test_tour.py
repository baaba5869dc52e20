"""The guide says what its source says, and every picture in it is there and is of a screen on the journey."""

import inspect
import re

from tests.web import journey, tour


def test_the_guide_is_up_to_date() -> None:
    assert tour.GUIDE.read_text("utf-8") == tour.page_text(), "run python -m tests.web.tour"


def test_every_picture_is_of_a_screen_on_the_journey() -> None:
    shown = set(re.findall(r'look\("([a-z]+)"', inspect.getsource(journey)))
    names = [each[0] for each in tour.STOPS]
    assert set(names) <= shown
    assert sorted(each.stem for each in tour.PICTURES.glob("*.png")) == sorted(names)

"""Whether something takes as long as its text is, and not as long as the square of it, on however slow a machine."""

import gc
import time
from collections.abc import Callable

NOTHING = 0.5  # seconds: no square of any size that a test has
PARTS = 4
MOST = 9.0  # four times the text: a little over four times as long, where the square would be sixteen
TURNS = 3  # a machine that has much else to do may be slow once; a square is one each time


def is_even(action: Callable[[str], object], text: str) -> bool:
    """Tell whether the whole of a text takes no more for each sign of it than its first quarter does."""
    return any(_is_even(action, text) for _ in range(TURNS))


def _is_even(action: Callable[[str], object], text: str) -> bool:
    whole = _seconds(action, text)
    return whole < NOTHING or whole < MOST * _seconds(action, text[: len(text) // PARTS])


def _seconds(action: Callable[[str], object], text: str) -> float:
    """Measure without Python's looking for what holds itself: that takes as long as all that other tests have left."""
    was_on = gc.isenabled()
    gc.disable()
    start = time.process_time()
    try:
        action(text)
        return time.process_time() - start
    finally:
        if was_on:
            gc.enable()

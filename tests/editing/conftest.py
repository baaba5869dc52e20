"""What the tests of drafts share."""

from pathlib import Path

import pytest

from qstd import depot
from qstd.verbs.editing.drafts import Drafts
from tests.editing.places import small


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    """The drafts of a workspace with one standard."""
    return Drafts(small(tmp_path))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is set."""
    now = [1_800_000_000.0]
    monkeypatch.setattr(depot, "now", lambda: int(now[0] * 1e9))
    return now

"""What rules remember of texts they have seen, forgotten now and then: a text that somebody types is another one each time."""

import threading

from qstd.citations import grammar
from qstd.lint.shared import kept, modality, passages
from qstd.prose import markdown, problems, readability
from qstd.prose.words import folded

_REMEMBERED = (
    folded,
    problems,
    markdown.parse,
    readability.size,
    grammar.citations,
    passages.pieces,
    modality.classify,
)
_MOST = 6_000_000  # characters of texts looked at: some hundred usual standards, or a few huge ones


class Memory:
    """Counts what was looked at, and has it forgotten when it is much."""

    def __init__(self) -> None:
        self._looked = 0
        self._lock = threading.Lock()

    def looked(self, size: int) -> None:
        """Note that a text of so many characters was looked at."""
        with self._lock:
            self._looked += size
            if self._looked < _MOST:
                return
            self._looked = 0
        for each in _REMEMBERED:
            each.cache_clear()
        kept.forget()

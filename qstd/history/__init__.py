"""The only door to git: what a folder held at an earlier revision, and keeping what it holds now. Nothing asks the network.

Which repository is meant is told by the folder that git is called in and by nothing else: what other programs have set
for git does not reach it. What git cannot do is a Refusal with a short reason.
"""

from qstd.history.git import Reason, Refusal, real
from qstd.history.reading import (
    Change,
    Commit,
    Naming,
    Snapshot,
    at,
    changes,
    content_of,
    contents,
    head,
    is_partial,
    log,
)
from qstd.history.recording import Person, begin, known_person, ready, record

__all__ = [
    "Change",
    "Commit",
    "Naming",
    "Person",
    "Reason",
    "Refusal",
    "Snapshot",
    "at",
    "begin",
    "changes",
    "content_of",
    "contents",
    "head",
    "is_partial",
    "known_person",
    "log",
    "ready",
    "real",
    "record",
]

"""Steps: the plan of a build as plain values. A step makes one file or a few, in any process, from its arguments alone.

What a step has read is what its arguments are, so its key follows from them: a standard's digest, a look's digest, and the
words of everything else. Nobody has to remember to name what a file depends on, and a step cannot read what it does not name.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from traceback import format_exc
from typing import Any, NamedTuple

from qstd.model.card import Card
from qstd.model.finding import Finding
from qstd.model.theme import ThemeError
from qstd.site.look import Look
from qstd.site.published import Folder, Past, Published, Said

AtHand = Mapping[str, Published | Folder | Past]
"""What was read for a step: standards by ref, folders and earlier versions by digest."""


class Made(NamedTuple):
    """The bytes of a step's files, in order, and what there is to say of them. `paths` are given by a step that finds out
    only as it works which files it makes.
    """

    files: tuple[bytes, ...]
    findings: tuple[Finding, ...] = ()
    paths: tuple[str, ...] = ()


class Failed(NamedTuple):
    """Why a step could not make its files: a template's fault at a `place`, or one of the program (`trace`)."""

    place: str
    reason: str
    trace: str = ""


Make = Callable[..., Made]


@dataclass(frozen=True, slots=True)
class Step:
    """Files that are made in one go. `make` is a function of a module and gives the bytes of `paths` in order (a single path
    that ends with a slash is a folder, and `make` says what it has put there); `args` are
    values that can be sent to another process. `ref` is the standard that the files are of (empty for pages about
    several); `weight` is about how many web pages it costs.
    """

    paths: tuple[str, ...]
    make: Make
    args: tuple[Any, ...] = ()
    ref: str = ""
    weight: int = 1

    @property
    def name(self) -> str:
        """What the step is called: by its first path."""
        return self.paths[0]

    def reads(self) -> Mapping[str, str]:
        """Return what the step reads, by name, and a digest of each."""
        return dict(_reads(self.args))

    def key(self, program: str, reads: Mapping[str, str]) -> str:
        """Return what is another text whenever the files would be others: by the state of the program and what is read."""
        said = (program, self.make.__module__, self.make.__qualname__, self.paths, sorted(reads.items()))
        return sha256(repr(said).encode()).hexdigest()

    def standards(self) -> tuple[Published, ...]:
        """Return the standards whose words it needs."""
        return tuple(each for each in self._parts() if isinstance(each, Published))

    def folders(self) -> tuple[Folder, ...]:
        """Return the municipalities whose files it needs."""
        return tuple(each for each in self._parts() if isinstance(each, Folder))

    def pasts(self) -> tuple[Past, ...]:
        """Return the standards whose earlier versions it needs."""
        return tuple(each for each in self.args if isinstance(each, Past))

    def _parts(self) -> Iterator[Any]:
        for arg in self.args:
            yield from arg if isinstance(arg, tuple) else (arg,)

    def filled(self, at_hand: AtHand) -> "Step":
        """Return the same step with the words of its standards and the files of its folders at hand."""
        return replace(self, args=tuple(_filled(each, at_hand) for each in self.args))

    def run(self) -> Made | Failed:
        """Make the files. Nothing is raised, so that one page that cannot be made keeps no other one from being made."""
        try:
            return self.make(*self.args)
        except ThemeError as error:
            return Failed(error.place, error.reason)
        except Exception as error:
            return Failed("", f"{type(error).__name__}: {error}", format_exc())


class Stored(NamedTuple):
    """What a step made, as it is kept: the digests of its files, and what there is to say of them."""

    digests: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    paths: tuple[str, ...] = ()


def keep_all(steps: Sequence[Step], put: Callable[[bytes], str]) -> tuple[Stored | Failed, ...]:
    """Make the files of steps and keep them as soon as they are made. Raises what `put` raises."""
    return tuple(_kept(each.run(), put) for each in steps)


def _kept(made: Made | Failed, put: Callable[[bytes], str]) -> Stored | Failed:
    return made if isinstance(made, Failed) else Stored(tuple(map(put, made.files)), made.findings, made.paths)


def run_all(steps: Sequence[Step]) -> tuple[Made | Failed, ...]:
    """Make the files of steps that belong together, one after the other."""
    return tuple(each.run() for each in steps)


def _filled(arg: Any, at_hand: AtHand) -> Any:
    if isinstance(arg, tuple) and any(isinstance(each, (Published, Folder)) for each in arg):
        return tuple(_filled(each, at_hand) for each in arg)
    if isinstance(arg, (Folder, Past)):
        return at_hand[arg.digest]
    whole = at_hand[arg.ref] if isinstance(arg, Published) else None
    return arg.filled(whole.text, whole.common) if isinstance(whole, Published) else arg


def _reads(args: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    """Yield names and digests; what has no name of its own is called by its place among the arguments."""
    for place, arg in enumerate(args):
        if isinstance(arg, Look):
            yield f"look:{arg.part}", arg.digest
        elif isinstance(arg, tuple) and arg and all(isinstance(each, (Published, Card, Folder)) for each in arg):
            yield from (_read(each) for each in arg)
        elif isinstance(arg, (Published, Folder)):
            yield _read(arg)
        elif isinstance(arg, Past):
            yield f"past:{arg.ref}", arg.digest
        elif isinstance(arg, Said):
            yield "alignments", sha256(repr(arg.pairs).encode()).hexdigest()
        elif isinstance(arg, dt.date):
            yield "day", arg.isoformat()
        elif isinstance(arg, bytes):
            yield f"bytes:{place}", sha256(arg).hexdigest()
        else:
            yield _of_value(place, repr(arg))


@lru_cache(maxsize=64)  # the same for nearly all steps of a kind, which then hold the same words
def _of_value(place: int, words: str) -> tuple[str, str]:
    return f"value:{place}", sha256(words.encode()).hexdigest()


def _read(arg: Published | Card | Folder) -> tuple[str, str]:
    if isinstance(arg, Folder):
        return f"folder:{arg.slug}:{len(arg.names)}", arg.digest
    return f"standard:{arg.ref}", arg.digest if isinstance(arg, Published) else _of_card(arg)


@lru_cache(maxsize=16_384)  # each card stands in several lists
def _of_card(one: Card) -> str:
    return sha256(repr(one).encode()).hexdigest()

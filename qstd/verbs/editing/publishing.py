"""Building and publishing from the editor: in a process of its own, told step by step, one run at a time.

A run first builds, and then, where that was asked for, sends. What it says on the way comes through a pipe; whoever shows
it asks `state`. The editor goes on answering meanwhile, and a run that is killed leaves the site as it was.
"""

import multiprocessing
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from qstd import workspace
from qstd.language import fill
from qstd.model.finding import Finding
from qstd.model.theme import ThemeError
from qstd.verbs import publish_words
from qstd.verbs.building import Built, Order, build
from qstd.verbs.building import inputs as looking
from qstd.verbs.building.choices import choices
from qstd.verbs.building.order import MOST, STATE
from qstd.verbs.building.state import load
from qstd.verbs.building.workers import Alone, Processes, cores
from qstd.verbs.publish_goal import Goal, configured, goal
from qstd.verbs.publish_list import Plan
from qstd.workspace import MUNICIPALITY_FILE, Workspace

Phase = Literal["idle", "building", "looking", "sending", "done", "failed"]
_WORTH_IT = 40  # steps from which on more than one process pays
_SHOWN = 200
_MOST_REMOVED = 0.1  # the part of what is published that goes without somebody's word for it


@dataclass(frozen=True, slots=True)
class Sent:
    """What a destination lacks or has too much of, by path; `where` may be shown. `asks` is why a run stops for
    somebody's word: "strange" files in the way, "many" to be removed, or "".
    """

    where: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    asks: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """How far a run is: `done` of `total` (of whatever the phase counts), what it did, and what went wrong."""

    phase: Phase = "idle"
    done: int = 0
    total: int = 0
    name: str = ""
    started: float = 0.0
    built: Built | None = None
    sent: Sent | None = None
    trouble: tuple[str, str] = ("", "")

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self.phase in ("building", "looking", "sending")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a run is to do: only build, `dry`: build and find out what would be sent, or send; `sure` says that strange
    files may be replaced and many removed.
    """

    send: bool = False
    dry: bool = False
    sure: bool = False


class Publisher:
    """The runs of one workspace, one at a time. Thread-safe."""

    def __init__(self, home: Workspace, language: str = "da") -> None:
        self._home, self._language = home, language
        self._lock = threading.Lock()
        self._state = State()
        self._process: multiprocessing.process.BaseProcess | None = None

    @property
    def out(self) -> Path:
        """The folder of the built site."""
        return self._home.root / "build" / "site"

    @property
    def state(self) -> State:
        """How far the run is, or how the last one ended."""
        return self._state

    def start(self, wish: Wish) -> bool:
        """Begin a run; False where one is under way."""
        with self._lock:
            if self._state.busy:
                return False
            self._state = State("building", started=time.monotonic())
            ours, theirs = multiprocessing.Pipe(duplex=False)
            context = multiprocessing.get_context("spawn")
            self._process = context.Process(target=_run, args=(theirs, self._home.root, wish, self._language))
            self._process.start()
            theirs.close()
            threading.Thread(target=self._follow, args=(ours, self._process), daemon=True).start()
            return True

    def _follow(self, news: Connection, process: multiprocessing.process.BaseProcess) -> None:
        try:
            while True:
                told = news.recv()
                self._state = replace(self._state, **told)
        except EOFError:
            process.join()
        if self._state.busy and self._process is process:  # and not a run that was begun since
            what = fill("Arbejdet blev afbrudt. Siderne er, som de var.", {}, self._language)
            self._state = replace(self._state, phase="failed", trouble=(what, fill("Prøv igen.", {}, self._language)))

    def close(self) -> None:
        """End a run that is under way; what it leaves is whole."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(10)

    def waiting(self) -> tuple[str, ...]:
        """Return the standards that are not on the built site as they lie there now, by name; "*" where something is
        another that concerns all of them.
        """
        order = _order(self._home, self.out, self._language)
        path = order.own / STATE
        if not workspace.exists(path):
            return tuple(each.ref for each in self._home.entries())
        before = load(workspace.read(path, MOST))
        now = looking.look(self._home, before)
        then = {name: digest for name, (_stamp, digest) in before.files.items()}
        here = {name: digest for name, (_stamp, digest) in now.files.items()}
        changed = {name for name in then.keys() | here.keys() if then.get(name) != here.get(name)}
        return tuple(sorted(dict.fromkeys(_told(changed))))

    def destination(self) -> Goal | tuple[str, str]:
        """Return where the site goes, or why nowhere and what to do. Raises OSError."""
        text, _findings = configured(self._home)
        if not text:
            what = fill("Der står ingen steder, hvor siderne skal sendes hen.", {}, self._language)
            return what, fill("Skriv det som »publish:« i standards/site.yaml.", {}, self._language)
        return goal(text, self._home.root, self.out, self._language)


def _told(paths: Iterable[str]) -> Iterable[str]:
    for path in paths:
        top, *rest = path.split("/")
        is_own = top == "standards" and len(rest) == 2 and rest[1].endswith((".yaml", ".yml"))
        if is_own and rest[1] != MUNICIPALITY_FILE:
            yield f"{rest[0]}/{rest[1].rpartition('.')[0]}"
        else:
            yield f"{rest[0]}/*" if is_own else "*"


# ---------- In the other process ----------


def _run(news: Connection, root: Path, wish: Wish, language: str) -> None:
    """Do a run and tell of it."""
    home = Workspace(root)
    try:
        built = _built(news, home, language)
        broken = any(each.severity == "error" for each in built.findings) and not built.standards
        if not (wish.send or wish.dry) or broken:
            news.send({"phase": "done", "built": built})
            return
        news.send({"phase": "looking", "built": built, "done": 0, "total": 0, "name": ""})
        _sent(news, home, wish, language)
    except (OSError, ThemeError) as error:
        news.send({"phase": "failed", "trouble": _trouble(error, language)})


def _trouble(error: OSError | ThemeError, language: str) -> tuple[str, str]:
    if isinstance(error, ThemeError):
        about = {"place": error.place, "reason": fill(error.reason, {}, language)}
        return fill("Skabelonen {place} kan ikke bruges: {reason}.", about, language), ""
    reason = fill(workspace.reason(error), {}, language)
    where = f" ({error.filename})" if error.filename else ""  # a disk that is full names no file
    return fill("Der kan ikke bygges: {reason}{where}.", {"reason": reason, "where": where}, language), fill(
        "Siderne er, som de var. Ret det, og prøv igen.", {}, language
    )


def _order(home: Workspace, out: Path, language: str, findings: tuple[Finding, ...] = ()) -> Order:
    from qstd.site.choices import Choices

    chosen, found = choices(home, Choices(language))
    return Order(home, out, workspace.today(), chosen, (*findings, *found))


def _built(news: Connection, home: Workspace, language: str) -> Built:
    def begin(weight: int) -> "_Teller":
        return _Teller(news, "building", weight)

    out = home.root / "build" / "site"
    built = build(
        _order(home, out, language),
        lambda themes, weight, here: (
            Processes(cores(), themes) if weight > _WORTH_IT and cores() > 1 else Alone(themes)
        ),
        begin,
    )
    return replace(built, made=(), same=(), findings=built.findings[:_SHOWN])


class _Teller:
    """Tells how far a phase is, a few times a second."""

    def __init__(self, news: Connection, phase: Phase, total: int) -> None:
        self._news, self._total, self._done, self._last = news, total, 0, 0.0
        news.send({"phase": phase, "done": 0, "total": total, "name": ""})

    def __call__(self, path: str, weight: int) -> None:
        self._done += weight
        now = time.monotonic()
        if now - self._last > 0.2 or self._done >= self._total:
            self._last = now
            self._news.send({"done": self._done, "name": path})


def _sent(news: Connection, home: Workspace, wish: Wish, language: str) -> None:
    from qstd.remote import RemoteError
    from qstd.verbs.publish import prepare, send
    from qstd.verbs.publish_lanes import Lanes

    site = home.root / "build" / "site"
    text, _findings = configured(home)
    where = goal(text, home.root, site, language) if text else ("", "")
    if isinstance(where, tuple):
        news.send({"phase": "failed", "trouble": where})
        return
    start = time.monotonic()
    try:
        with Lanes(where.reach, lambda *_: None) as lanes:
            ready = prepare(site, lanes)
            plan = ready.plan
            told = Sent(where.name, plan.new[:_SHOWN], plan.changed[:_SHOWN], plan.removed[:_SHOWN], _asks(plan))
            if wish.dry or (told.asks and not wish.sure):
                said = publish_words.summary(plan, where.name, 0, True, language)
                news.send({"phase": "done", "sent": replace(told, said=said)})
                return
            total = sum(map(len, plan.groups)) + len(plan.removed)
            tell = _Teller(news, "sending", total)
            send(ready, lanes, lambda path, _: tell(path, 1))
    except RemoteError as error:
        news.send({"phase": "failed", "trouble": publish_words.refusal(error, where.name, where.address, language)})
        return
    said = publish_words.summary(plan, where.name, time.monotonic() - start, False, language)
    news.send({"phase": "done", "sent": replace(told, asks="", said=said)})


def _asks(plan: Plan) -> str:
    if plan.strange:
        return "strange"
    return "many" if plan.share_removed > _MOST_REMOVED else ""


def page_file(out: Path, path: str) -> Path | None:
    """Return the file of the built site at an address; None for one that leads elsewhere or to nothing."""
    parts = [each for each in path.split("/") if each]
    if any(each.startswith(".") or "\\" in each or "\0" in each for each in parts):
        return None
    found = out.joinpath(*parts)
    if not path or path.endswith("/"):
        found = found / "index.html"
    return found if workspace.is_within(found, out) and workspace.is_file(found) else None

"""Work shared out over processes: nothing is lost where one of them dies, and nobody waits for what nobody wants."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from qstd.depot import Store
from qstd.messages import words
from qstd.model.theme import Theme
from qstd.site.steps import Made, Step, run_all
from qstd.verbs.building import making
from qstd.verbs.building.making import Result
from qstd.verbs.building.workers import Alone, Done, Processes, Task, Workers
from tests.building.small import ROOT, again, lay_out, order, read_site

LOOKS: Mapping[str, Theme] = {"": Theme({}, {})}


def double(number: int) -> int:
    return 2 * number


def die_at_first(number: int, marks: Path, times: int) -> int:
    """Kill the process that does this, as a machine short of memory does, so many times."""
    with (marks / str(number)).open("a+") as file:
        file.write("x")
        file.flush()
        if file.tell() <= times:
            os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def tasks(count: int, marks: Path, deadly: Mapping[int, int]) -> Iterator[Task]:
    for each in range(count):
        if each in deadly:
            yield Task(str(each), die_at_first, (each, marks, deadly[each]))
        else:
            yield Task(str(each), double, (each,))


def done(workers: Workers, work: Iterator[Task]) -> dict[str, Done]:
    try:
        found = list(workers.run(work))
    finally:
        workers.close()
    assert len({each.name for each in found}) == len(found)
    return {each.name: each for each in found}


@pytest.mark.parametrize("deadly", [{}, {0: 1}, {5: 2}, {0: 1, 1: 2, 19: 2}], ids=str)
def test_a_task_that_was_unlucky_is_given_to_another_worker(deadly: dict[int, int], tmp_path: Path) -> None:
    found = done(Processes(2, LOOKS), tasks(20, tmp_path, deadly))
    assert {name: each.result for name, each in found.items()} == {str(each): 2 * each for each in range(20)}


def test_a_task_that_kills_every_worker_is_given_up_and_no_other_one(tmp_path: Path) -> None:
    found = done(Processes(2, LOOKS), tasks(20, tmp_path, {3: 99, 4: 99}))
    assert {name for name, each in found.items() if each.lost} == {"3", "4"}
    assert {each.result for name, each in found.items() if not each.lost} == {
        2 * n for n in range(20) if n not in (3, 4)
    }
    assert 3 <= len((tmp_path / "4").read_text()) <= 4


def pid(_number: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def test_after_a_death_several_work_again_at_once(tmp_path: Path) -> None:
    asked = 0

    def source() -> Iterator[Task]:
        nonlocal asked
        yield Task("deadly", die_at_first, (1, tmp_path, 1))
        for each in range(40):
            asked += 1
            yield Task(str(each), double, (each,))

    workers = Processes(2, LOOKS)
    ahead = [asked - number for number, _ in enumerate(workers.run(source()))]
    workers.close()
    assert max(ahead[10:30]) > 1


def test_a_worker_that_dies_while_it_waits_is_no_loss() -> None:
    workers = Processes(2, LOOKS)
    (first,) = workers.run(iter([Task("pid", pid, (1,))]))
    os.kill(first.result, signal.SIGKILL)
    while not getattr(workers._lanes[0], "_broken", True):
        time.sleep(0.02)
    found = list(workers.run(iter([Task("3", double, (3,)), Task("4", double, (4,))])))
    assert {each.result for each in found} == {6, 8}
    workers.close()


_done_meanwhile: list[int] = []


def note(number: int) -> None:
    _done_meanwhile.append(number)


def noted(_number: int) -> list[int]:
    return _done_meanwhile


@pytest.mark.parametrize("deadly", [False, True])
def test_who_did_something_can_make_ready_for_the_next(deadly: bool, tmp_path: Path) -> None:
    workers = Processes(2, LOOKS)
    assert [each.result for each in workers.run(iter([Task("1", double, (1,), near="a")]))] == [2]
    if deadly:
        workers.meanwhile(die_at_first, 1, tmp_path, 1)
    workers.meanwhile(note, 7)

    (found,) = done(workers, iter([Task("2", noted, (2,), near="a")])).values()

    assert found.result == ([] if deadly else [7])


def slow_pid(_number: int) -> int:
    """Return who did it, after a while: each process gets its share."""
    time.sleep(0.03)
    return os.getpid()


def test_a_task_goes_to_the_process_that_did_what_it_is_near_to() -> None:
    """It has read there what pages are made of; where the other one has nothing to do, it goes there all the same."""
    workers = Processes(2, LOOKS)
    homes = [str(each) for each in range(12)]
    first = {each.name: each.result for each in workers.run(Task(each, slow_pid, (1,), near=each) for each in homes)}
    again = {each.name: each.result for each in workers.run(Task(each, slow_pid, (1,), near=each) for each in homes)}
    workers.close()
    assert sum(first[each] == again[each] for each in homes) > len(homes) / 2


def test_only_a_window_of_tasks_is_asked_for_ahead() -> None:
    """What waits is not yet read, and what is done is not kept: memory does not grow with the site."""
    asked = 0

    def source() -> Iterator[Task]:
        nonlocal asked
        for each in range(200):
            asked += 1
            yield Task(str(each), double, (each,))

    workers = Processes(2, LOOKS)
    for number, _ in enumerate(workers.run(source())):
        assert asked <= number + 8
    workers.close()


class Counted(bytes):
    """Bytes that know how many of them there are."""

    alive = most = 0

    def __new__(cls, data: bytes) -> "Counted":
        cls.alive += 1
        cls.most = max(cls.most, cls.alive)
        return super().__new__(cls, data)

    def __del__(self) -> None:
        Counted.alive -= 1


def counted(number: int) -> Made:
    return Made((Counted(b"%d" % number),))


def test_what_is_made_goes_to_the_store_and_is_let_go(tmp_path: Path) -> None:
    steps = [Step((f"{each}.html",), counted, (each,)) for each in range(50)]
    result = Result()
    making.make(steps, "", Store(tmp_path), {}, lambda step: step, Alone(LOOKS), lambda path, weight: None, result)
    assert len(result.made) == 50
    assert Counted.most <= 2


def deadly(number: int) -> Made:
    os.kill(os.getpid(), signal.SIGKILL)
    return Made((b"%d" % number,))


def test_of_steps_that_were_sent_together_only_the_one_that_kills_is_given_up(tmp_path: Path) -> None:
    steps = [Step((f"{each}.html",), deadly if each == 5 else counted, (each,)) for each in range(12)]
    result, store, workers = Result(), Store(tmp_path), Processes(2, LOOKS)
    try:
        making.make(steps, "", store, {}, lambda step: step, workers, lambda path, weight: None, result)
    finally:
        workers.close()
    assert [step.name for step, _ in result.failed] == ["5.html"]
    contents = {path: store.get(digest) for each in result.steps.values() for path, digest in each.files.items()}
    assert contents == {f"{each}.html": b"%d" % each for each in range(12) if each != 5}


# ---------- A whole build


def deadly_page(*_: object) -> Made:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_page_that_kills_every_worker_is_told_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = lay_out(tmp_path)
    again(order(home))
    before = read_site(home.root / "site")
    (home.standards / "lejre" / "a.yaml").rename(home.standards / "lejre" / "aa.yaml")
    monkeypatch.setattr("qstd.site.municipalities.page", deadly_page)
    built = again(order(home), lambda themes, weight, here: Processes(2, themes))
    found = [(each.code, each.place.file, words(each.message, "da")) for each in built.findings]
    assert found == [
        ("P003", page, f"Siden {page} kan ikke laves: programmet, der lavede den, blev afbrudt hver gang.")
        for page in ("hvidovre/index.html", "lejre/index.html")
    ]
    now = read_site(home.root / "site")
    assert "lejre/aa/index.html" in now
    assert now["lejre/index.html"] == before["lejre/index.html"]


def test_processes_make_the_bytes_that_one_makes(tmp_path: Path) -> None:
    sites = []
    for name, hire in (("one", Alone), ("many", lambda themes: Processes(3, themes))):
        home = lay_out(tmp_path / name)
        again(order(home), lambda themes, weight, here, hire=hire: hire(themes))  # type: ignore[misc]  # a default is no parameter
        sites.append(read_site(home.root / "site"))
    assert sites[0] == sites[1]


ORPHANS = """
import os, sys, time
from qstd.model.theme import Theme
from qstd.verbs.building.workers import Processes, Task
def task(number):
    if number > 2:
        time.sleep(60)
    return os.getpid()
workers = Processes(2, {"": Theme({}, {})})
for each in workers.run(Task(str(each), task, (each,)) for each in range(9)):
    print(each.result, flush=True)
"""


def test_workers_end_with_the_process_that_they_work_for(tmp_path: Path) -> None:
    """Killed, it has no time to tell them."""
    (tmp_path / "parent.py").write_text(ORPHANS)
    parent = subprocess.Popen([sys.executable, "parent.py"], cwd=tmp_path, stdout=subprocess.PIPE, env=environment())
    assert parent.stdout
    with parent.stdout:
        children = {int(parent.stdout.readline()) for _ in range(3)}
        parent.kill()
        parent.wait()
        parent.stdout.read()  # nobody holds the other end any more
    deadline = time.monotonic() + 20
    while any(map(alive, children)):
        assert time.monotonic() < deadline, children
        time.sleep(0.05)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_run_all_keeps_going_after_a_step_that_fails() -> None:
    good, bad = Step(("a",), counted, (1,)), Step(("b",), counted, ("x", "y"))
    made, failed, again_made = run_all([good, bad, good])
    assert (made, again_made) == (Made((b"1",)), Made((b"1",)))
    assert "TypeError" in str(failed)

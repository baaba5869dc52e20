"""Building where something has changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from qstd import depot, workspace
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.theme import Theme
from qstd.site import everything, manifest
from qstd.site.addresses import OWN_FOLDERS
from qstd.site.files import engine_of, ready_to_print
from qstd.site.plan import Contents
from qstd.site.published import Folder
from qstd.site.standards import PDF_WEIGHT
from qstd.site.steps import Failed, Step
from qstd.verbs.building import reading, switch
from qstd.verbs.building.earlier import last_days, pasts, told
from qstd.verbs.building.filling import filler
from qstd.verbs.building.lives import lives, pasts_of
from qstd.verbs.building.making import Due, Kept, Result, dump_kept, load_kept, look, make
from qstd.verbs.building.order import INDEX, MOST, SHORTS, STATE, Begin, Built, Hire, Order, Seen, in_order, same
from qstd.verbs.building.reading import Whole
from qstd.verbs.building.short import Shorts
from qstd.verbs.building.state import State, StepState, dump
from qstd.verbs.building.workers import Processes, Workers, at_work
from qstd.writers.pdf_engine import available, chosen

_KEPT_FOR = 30 * 24 * 3600 * 1_000_000_000  # nanoseconds that a content stays which no page has any more
_SPARE = 5_000
_ROOM = 2  # times as many contents may be kept as the site has, before the oldest go


@at_work()
def build(order: Order, seen: Seen, hire: Hire, begin: Begin) -> Built:
    """Make what is stale, and put it in place."""
    own_themes = reading.themes(order.home, seen.inputs)
    press = engine_of(order.choices.engine)
    prints = "pdf" in order.choices.formats and press != "typst"
    readers = hire(own_themes, _changed(seen) * (PDF_WEIGHT if prints else 1), True)
    try:
        whole = reading.read(order.home, seen.inputs, seen.state, seen.program, readers)
        if prints and isinstance(readers, Processes):
            readers.meanwhile(ready_to_print, press)
        steps = _plan(order, seen, whole, own_themes)
        due, result = Due(), Result()
        for step, found in look(steps(), seen.state, seen.program, seen.there):
            if isinstance(found, StepState):
                result.steps.add(found, loose=True)
            else:
                due.add(step, found)
        todo = (each for each in steps() if each.name in due.reasons)
        try:
            _make(order, seen, due, todo, own_themes, hire, begin, readers, result)
        finally:
            _keep(order, result)  # also where somebody stopped it: the next build need not make that again
    finally:
        readers.close()
    with switch.to_the_end():
        return _in_place(order, seen, whole, due, result)


def _changed(seen: Seen) -> int:
    """Return how many files are others than they were."""
    before = seen.state.files
    return sum(before.get(each, ((), ""))[1] != digest for each, (_, digest) in seen.inputs.files.items())


def _make(
    order: Order,
    seen: Seen,
    due: Due,
    todo: Iterable[Step],
    own_themes: Mapping[str, Theme],
    hire: Hire,
    begin: Begin,
    readers: Workers,
    result: Result,
) -> None:
    """Make what is stale. Processes that have read the folders stay: they have loaded much of what is needed, and remember
    some of what they read.
    """
    kept = _kept(order) if due.reasons else {}
    hired = hire(own_themes, due.weight, False)
    workers = readers if isinstance(readers, Processes) and isinstance(hired, Processes) else hired
    fill = filler(order.home, seen.inputs, due.pasts, order.kept_by)
    try:
        make(todo, seen.program, seen.store, kept, fill, workers, begin(due.weight), result)
    finally:
        hired.close()


def _plan(order: Order, seen: Seen, whole: Whole, own_themes: Mapping[str, Theme]) -> Callable[[], Iterator[Step]]:
    """Return what yields all steps, each time it is called: to hold those of a country takes more than all else."""
    contents = reading.contents(whole, seen.inputs, own_themes, order.choices)
    if not contents.makes("html"):
        return lambda: everything.steps(contents, own_themes)
    with_history = _with_history(contents, order, seen, whole)
    if not contents.has("reports"):
        return lambda: everything.steps(with_history, own_themes)
    folders = reading.report_folders(whole, seen.inputs)
    return lambda: chain(everything.steps(with_history, own_themes), _reports(with_history, folders, order))


def _reports(contents: Contents, folders: Mapping[str, Folder], order: Order) -> Iterator[Step]:
    from qstd.verbs.building import reports, wheels

    yield from reports.steps(contents, folders, order.day)
    yield from wheels.steps(contents, folders, order.day)


def _with_history(contents: Contents, order: Order, seen: Seen, whole: Whole) -> Contents:
    """Add what the history tells of earlier versions."""
    found = told(order.home, order.kept_by)
    if not found.changes:
        return contents
    shorts = Shorts(order.cache / SHORTS, seen.program)
    own = lives(found, whole.published, whole.broken, shorts, order.day)
    before = pasts_of(own) if order.kept_by else pasts(found, seen.inputs, whole.published)
    return replace(contents, pasts=before, lives=own, changed=last_days(found, seen.inputs, whole.published))


def _kept(order: Order) -> dict[str, Kept]:
    path = order.cache / INDEX
    lines = workspace.read(path, MOST).splitlines() if workspace.exists(path) else []
    return load_kept(lines)


# ---------- Putting it in place ----------


def _in_place(order: Order, seen: Seen, whole: Whole, due: Due, result: Result) -> Built:
    before = {path: digest for each in seen.state.steps.values() for path, digest in each.files.items()}
    failed = {step.name for step, _ in result.failed}
    for name in failed & seen.state.steps.keys():  # their pages stay as they were
        result.steps.add(seen.state.steps[name], loose=True)
    files = {path: digest for each in result.steps.values() for path, digest in each.files.items()}
    unmoved = {path for path, digest in files.items() if before.get(path) == digest and _is_there(path, seen)}
    noted = switch.listed(order.out)
    listed = noted | manifest.safe(before)
    old = {path for path in listed if path.startswith(tuple(path for step, _ in result.failed for path in step.paths))}
    gone, left = switch.taken_away(listed - old, files, frozenset(whole.broken), OWN_FOLDERS)
    new = {path: digest for path, digest in files.items() if path not in unmoved}
    here = {*files, *left, *old}
    if not noted.issuperset(here):  # what is put there is known of, also where the program is stopped at once
        workspace.write(order.out / manifest.NAME, manifest.dump(noted | here))
    placed = switch.switch(order.out, order.own / switch.JOURNAL, seen.store, new, gone)
    workspace.write(order.out / manifest.NAME, manifest.dump(here))
    state = State(
        mark=seen.mark if not result.failed else "",
        day=order.day.isoformat(),
        when=seen.inputs.when,
        files=seen.inputs.files,
        folders=whole.folders,
        steps=result.steps,
        stamps={path: placed.get(path) or seen.there[path] for path in files},
        beside=whole.findings,
    )
    _remember(order, seen, state)
    return Built(
        standards=len(whole.published),
        broken=tuple(sorted(whole.broken)),
        written=tuple(new),
        same=tuple(path for path in files if path not in new),
        removed=tuple(sorted(gone)),
        findings=in_order((*same(order, state).findings, *_other_press(order, due), *map(_failure, result.failed))),
        made=tuple(each for name, each in due.reasons.items() if name not in result.found),
        kept=len(result.found),
        spoilt=seen.store.spoilt,
    )


def _is_there(path: str, seen: Seen) -> bool:
    """Tell whether a file of the site is as the last build had put it there."""
    there = seen.there.get(path)
    return there is not None and there == seen.state.stamps.get(path)


def _keep(order: Order, result: Result) -> None:
    """Keep where the contents are that were made."""
    if result.made:
        depot.append(order.cache / INDEX, dump_kept(result.steps[name] for name in result.steps if name in result.made))


def _remember(order: Order, seen: Seen, state: State) -> None:
    """Keep the state; throw away the contents that no page has had for a long time."""
    workspace.write_in_parts(order.own / STATE, dump(state))
    live = frozenset(digest for each in state.steps.values() for digest in each.files.values())
    if seen.store.count_above(_ROOM * len(live) + _SPARE):
        seen.store.keep_only(live, depot.now() - _KEPT_FOR)


def _other_press(order: Order, due: Due) -> tuple[Finding, ...]:
    """Say that Typst printed what WeasyPrint was to print, as far as anything was printed."""
    prints = any(path.endswith(".pdf") for each in due.reasons.values() for path in each.paths)
    if not prints or engine_of(order.choices.engine) != "auto" or chosen("auto") == "weasyprint":
        return ()
    weasyprint, _ = available()
    hint = message("Installer systemets bibliotek Pango, eller vælg selv Typst med --pdf-engine typst.")
    return (Finding("P004", "info", weasyprint.about, Place("PDF"), hint),)


def _failure(failure: tuple[Step, Failed]) -> Finding:
    """Say that a page could not be made, and that all others were."""
    step, failed = failure
    page = step.name
    rest = message("De andre sider er lavet, og denne er, som den var før.")
    if failed.place:
        what = message(
            "Siden {page} kan ikke laves: {place}: {reason}",
            page=page,
            place=failed.place,
            reason=Message(failed.reason),
        )
        return Finding("P002", "error", what, Place(failed.place.partition(":")[0]), rest)
    if failed.reason:
        what = message(
            "Siden {page} kan ikke laves. Det er en fejl i programmet: {reason}",
            page=step.paths[0],
            reason=failed.reason,
        )
        return Finding("P099", "error", what, Place(step.paths[0]), rest)
    what = message(
        "Siden {page} kan ikke laves: programmet, der lavede den, blev afbrudt hver gang.", page=step.paths[0]
    )
    return Finding("P003", "error", what, Place(page), rest)

"""Building the site: what changed is read, what read it is made anew, and the result goes over in one go.

What lays out and writes pages is loaded only where there is something to do.
"""

from hashlib import sha256

from qstd import depot, history, workspace
from qstd.depot import Store
from qstd.verbs.building import inputs as looking
from qstd.verbs.building import switch
from qstd.verbs.building.order import LOCK, MOST, STATE, Begin, Built, Hire, Order, Seen, UnreachableError, same
from qstd.verbs.building.state import State, load

__all__ = ["Begin", "Built", "Hire", "Order", "UnreachableError", "build"]


def build(order: Order, hire: Hire, begin: Begin) -> Built:
    """Build the site. Raises OSError where the disk refuses and ThemeError where a template cannot be read at all; then
    the site is as it was, or the next build does the rest first.
    """
    with depot.only_one(order.cache / LOCK):
        seen = _look(order)
        if seen.unchanged(order):
            return same(order, seen.state)
        from qstd.verbs.building import anew

        return anew.build(order, seen, hire, begin)


def _look(order: Order) -> Seen:
    store = Store(order.cache / "store")
    workspace.write(order.cache / ".gitignore", b"*\n")
    switch.finish(order.out, order.own / switch.JOURNAL, store)
    path = order.own / STATE
    state = load(workspace.read(path, MOST)) if workspace.exists(path) else State()
    program = sha256(f"{workspace.program()}{depot.libraries()}".encode()).hexdigest()
    kept = history.head((order.kept_by or order.home).standards)  # a commit may make a version of what lay there
    mark = sha256(f"{program}{order.choices!r}{kept}".encode()).hexdigest()
    return Seen(store, state, looking.look(order.home, state), depot.stamps(order.out), program, mark)

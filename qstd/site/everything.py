"""All steps of a site."""

from collections.abc import Iterator, Mapping

from qstd.model.theme import Theme
from qstd.site import assets, comparisons, front, machines, municipalities, search, services, standards, versions
from qstd.site.plan import Contents
from qstd.site.steps import Step


def steps(contents: Contents, themes: Mapping[str, Theme]) -> Iterator[Step]:
    """Yield the steps that make the whole site. `themes` has the look of each municipality by slug, and the common one
    under "".
    """
    comparable = comparisons.comparable(contents)
    yield from assets.steps(themes, contents.own_assets)
    for each in contents.published:
        yield from standards.steps(each, contents, comparable)
    yield from versions.steps(contents)
    yield from comparisons.steps(contents)
    yield from services.steps(contents, comparable)
    yield from municipalities.steps(contents)
    yield from search.steps(contents)
    yield from front.steps(contents, comparable)
    yield from machines.steps(contents)

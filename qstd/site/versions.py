"""The pages of the versions that were in force: each has an address of its own that stays."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from qstd import catalogue
from qstd.language import translator
from qstd.model.download import Download
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard
from qstd.present.downloads import standard_downloads
from qstd.present.quantities import date
from qstd.present.standard import CHANGES, standard_document
from qstd.present.versions import Listed, Standing, as_version
from qstd.site.addresses import SERVICES
from qstd.site.comparisons import service_name
from qstd.site.files import page_file
from qstd.site.frames import frame, whole
from qstd.site.held import Held, Life
from qstd.site.look import Look
from qstd.site.plan import Contents
from qstd.site.published import Past
from qstd.site.steps import Made, Step
from qstd.writers.html import Page

if TYPE_CHECKING:
    from qstd.model.revision import Revision

N_ = str  # marks a Danish text that is translated where it is shown
_WEIGHT = 3  # the page, what was changed, and the data


def listed(life: Life | None) -> tuple[Listed, ...]:
    """Return what the page of a standard says of its versions, the newest first."""
    own = life.held[::-1] if life else ()
    return tuple(Listed(each.first, each.last, bool(each.before), each.first == life.in_force) for each in own if life)


def steps(contents: Contents) -> Iterator[Step]:
    """Yield the steps of all versions that were in force, where they have pages."""
    if not contents.makes("html"):
        return
    titles = {each.ref: each.title for each in contents.cards}
    for life in contents.lives.values():
        for each in life.held:
            yield _step(life, each, life.ref, contents, titles)
        for ref, count_then in life.was:
            yield from (_step(life, each, ref, contents, titles) for each in life.held[:count_then])


def _step(life: Life, held: Held, ref: str, contents: Contents, titles: Mapping[str, str]) -> Step:
    """Return the step of a version, at its address below a ref: that of the standard now, or one that it had."""
    folder, slug = f"{ref}/{held.first}/", ref.rpartition("/")[2]
    home = ref.partition("/")[0]
    back = "" if ref == life.ref else f"../{life.ref.rpartition('/')[2]}/"
    at = _frame(life, held, f"{folder}index.html", back, contents)
    data, is_here = contents.makes("data"), life.now == "here" and held.first == life.in_force
    files = ("index.html", *((CHANGES,) if held.before else ()), *((f"{slug}.json",) if data else ()))
    standing = _standing(life, held, back, titles)
    # What says the same as the standard's own page is to be found there.
    same = whole(contents.choices.url, f"{life.ref}/index.html") if is_here else ""
    args = (held.past, life.name, held.before, standing, at, same, contents.look("page", home), data)
    return Step(tuple(f"{folder}{each}" for each in files), page, args, life.ref, _WEIGHT)


def _standing(life: Life, held: Held, back: str, titles: Mapping[str, str]) -> Standing:
    """Return what the page says of the version; `back` is the way to the folder of the standard's own page, from below it."""
    is_now = held.first == life.in_force
    here = f"../{back}index.html"
    if is_now and life.now == "ahead":
        return Standing(
            held.first, held.last, True, N_("Der arbejdes på en ny udgave."), N_("Læs den nye udgave"), here
        )
    if is_now:
        stays = N_("Adressen her bliver ved med at vise netop denne udgave.")
        return Standing(held.first, held.last, True, stays, N_("Læs standarden"), here)
    words = N_("Læs den udgave, der gælder nu")
    if life.now == "here":
        return Standing(held.first, held.last, False, "", words, here)
    if life.now == "ahead":
        there = f"../{back}{life.in_force}/index.html" if life.in_force else here
        return Standing(held.first, held.last, False, "", words, there)
    return _ended(life, held, here, titles)


def _ended(life: Life, held: Held, here: str, titles: Mapping[str, str]) -> Standing:
    home = life.ref.partition("/")[0]
    name = life.replaced_by
    replacement = name if "/" in name or not name else f"{home}/{name}"
    if replacement in titles:
        replaced = N_("Standarden er ophævet. I stedet gælder")
        return Standing(
            held.first, held.last, False, replaced, titles[replacement], f"../../../{replacement}/index.html"
        )
    if life.now == "gone":
        gone = N_("Standarden er her ikke mere.")
        return Standing(held.first, held.last, False, gone, N_("Se kommunens standarder"), "../../index.html")
    none = N_("Standarden er ophævet.") if life.now == "withdrawn" else N_("Ingen udgave af standarden gælder nu.")
    return Standing(held.first, held.last, False, none, N_("Se standarden, som den er nu"), here)


def _frame(life: Life, held: Held, path: str, back: str, contents: Contents) -> Page:
    language, slug = contents.choices.language, path.split("/")[1]
    is_now = held.first == life.in_force
    home = life.ref.partition("/")[0]
    here = translator(language)("Udgaven fra den {date}").format(date=date(held.first, language))
    root = "../" * path.count("/")
    services = {each.service for each in contents.cards}
    of_service = f"{root}{SERVICES}/{life.service}/index.html" if life.service in services else ""
    crumbs = (
        (life.name, "../../index.html"),
        *(((service_name(life.service, language), of_service),) if of_service else ()),
        *(((life.title, f"../{back}index.html"),) if life.now != "gone" else ()),
        (here, ""),
    )
    at = frame(contents, path, crumbs, home)
    return replace(at, noindex=at.noindex or not is_now, downloads=_downloads(slug, contents))


def _downloads(slug: str, contents: Contents) -> tuple[Download, ...]:
    own = standard_downloads(slug, contents.choices.language) if contents.makes("data") else ()
    return tuple(each for each in own if each.address.endswith(".json"))


# ---------- Made ----------


def page(past: Past, name: str, before: str, standing: Standing, at: Page, same: str, look: Look, data: bool) -> Made:
    """Make the page of a version, where there was one before it also the page of what it changed, and its `data`. `name` is
    the municipality's; `before` the first day of the version before (ISO; may be empty), `same` the whole address of a page
    that says the same.
    """
    ref = past.ref.partition("@")[0]
    kept, municipality = past.version(0, ref.partition("/")[0], name)
    standard = replace(kept, status="in_force")  # as it was on the days that the page is about
    revision = _revision(past, standard, name) if before else None
    changed = _counted(revision, before, at.language) if revision else None
    laid_out = standard_document(standard, municipality, ref, at.language, changed)
    own = replace(at, statement=municipality.accessibility_statement or "")
    files = [page_file(as_version(laid_out, standing, at.language), replace(own, url=same or own.url), look)]
    if revision:
        files.append(_changes(revision, standard, municipality, standing.first, own, look))
    if data:
        from qstd.exports.standard_json import standard_json

        files.append(standard_json(kept, municipality, ref))
    return Made(tuple(files))


def _counted(revision: "Revision", before: str, language: str) -> tuple[str, int] | None:
    from qstd.present.revision import count

    return None if revision.same else (before, count(revision, language))


def _revision(past: Past, new: Standard, name: str) -> "Revision":
    from qstd.compare.versions import Side, revise

    ref = past.ref.partition("@")[0]
    old = replace(past.version(1, ref.partition("/")[0], name)[0], status="in_force")
    known = catalogue.service(new.service)
    return revise(Side(ref, "", old, name), Side(ref, "", new, name), known.baseline if known else None)


def _changes(
    revision: "Revision", standard: Standard, municipality: Municipality, first: str, at: Page, look: Look
) -> bytes:
    from qstd.present.change_page import change_document

    made = change_document(revision, standard, municipality, at.language, first)
    *crumbs, (here, _) = at.crumbs
    there = replace(at, crumbs=(*crumbs, (here, "index.html"), (made.title, "")), downloads=(), noindex=True)
    return page_file(made, replace(there, url=at.url and f"{at.url.rpartition('/')[0]}/{CHANGES}"), look)

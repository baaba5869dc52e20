"""A change in the law: which standards it touches, and the very passages, municipality by municipality."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd import catalogue
from qstd.model.finding import Message, message
from qstd.verbs import law_change
from qstd.verbs.editing.archives import Packed
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.packing import of_law_change
from qstd.verbs.law_change import LawChange, Passage, Touched
from qstd.web.about import desk_of
from qstd.web.people import right
from qstd.web.refusals import Refusal
from qstd.web.render import language, page

_KINDS: dict[str, Message] = {
    "title": message("i titlen"),
    "text": message("i teksten"),
    "law_text": message("i citeret lovtekst"),
    "fact": message("i en oplysning"),
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A passage on the screen: the section it stands in (from 0; -1 for what is in none), where, and the words."""

    at: int
    where: Message
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """A municipality's standards that are touched, each with its passages."""

    name: str
    standards: tuple[tuple[Touched, tuple[Line, ...]], ...]


@right("read")
def show(request: Request) -> Response:
    """Show what a change in a provision touches, or ask for the provision."""
    asked = request.query_params
    act, paragraph = asked.get("lov", "")[:_LONGEST], asked.get("paragraf", "").strip()[:_LONGEST]
    wanted = law_change.named(_asked(request)) if act else None
    desk = desk_of(request)
    found = law_change.touched(desk.home.entries(), desk.home.root, wanted) if wanted else None
    own = language(request)
    errors = [("paragraf", message("Skriv paragraffen, som den hedder i loven, fx 83 eller 83 a."))]
    return page(
        request,
        "law_change.html",
        acts=[(key, catalogue.label(each.name, own)) for key, each in catalogue.acts().items()],
        act=act,
        paragraph=paragraph,
        found=found,
        groups=_groups(found, desk) if found else [],
        passages=sum(len(each.passages) for each in found.standards) if found else 0,
        errors=errors if act and wanted is None else [],
    )


@right("read")
def files(request: Request) -> Response:
    """Send all about a change as one archive: page, paper, data, and a text for each municipality."""
    word = _asked(request)
    desk = desk_of(request)
    made = of_law_change(desk.home, word, language(request)) if word else Packed()
    if not made.data:
        raise Refusal.of(404)
    headers = {"Content-Disposition": 'attachment; filename="lovaendring.zip"'}
    return Response(made.data, media_type="application/zip", headers=headers)


def _asked(request: Request) -> str:
    """Return the provision that somebody asks about, as commands write it; empty for none."""
    act, paragraph = (request.query_params.get(each, "").strip()[:_LONGEST] for each in ("lov", "paragraf"))
    return f"{act}:{paragraph}" if act and paragraph else act


def _groups(found: LawChange, desk: Desk) -> list[Group]:
    names = {each.slug: each.name for each in desk.municipalities()}
    by_home: dict[str, list[Touched]] = {}
    for each in found.standards:
        by_home.setdefault(each.ref.partition("/")[0], []).append(each)
    return [Group(names.get(key, key), tuple(_lines(each, desk) for each in own)) for key, own in by_home.items()]


def _lines(touched: Touched, desk: Desk) -> tuple[Touched, tuple[Line, ...]]:
    file = desk.read(touched.ref).file
    keys = [each.key for each in file.sections] if file else []
    homes = (
        [keys.index(each.evidence.section) if each.evidence.section in keys else -1 for each in file.facts]
        if file
        else []
    )
    return touched, tuple(_passages(touched.passages, homes))


def _passages(passages: Iterable[Passage], homes: list[int]) -> Iterable[Line]:
    for each in passages:
        match each.place.path:
            case ("sections", int(at), *_):
                yield Line(at, _KINDS[each.kind], each.words)
            case ("facts", int(at), *_) if at < len(homes):
                yield Line(homes[at], _KINDS[each.kind], each.words)
            case _:
                yield Line(-1, _KINDS[each.kind], each.words)


ROUTES = [Route("/lovaendring", show), Route("/lovaendring/filer", files)]

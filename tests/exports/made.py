"""Hypothesis strategies for comparisons and revisions of any content, made without the engine: all that the types hold."""

import datetime as dt
from typing import Any, get_args

from hypothesis import strategies as st

from qstd import prose
from qstd.model import comparison as c
from qstd.model import revision as r
from qstd.model.document import Emph, Inlines, Link, Strong, Text
from qstd.model.facts import AnyFact
from qstd.model.standard import Approval, ApprovedContent
from tests.standards_strategies import BODIES, fact_of

KINDS = {each.__annotations__["kind"].__args__[0].__args__[0]: each for each in get_args(AnyFact)}
ROLES = {"deadline": ("reaction", "decision"), "citation": ("basis", "boundary")}
TEXT = st.text(max_size=30) | st.sampled_from(
    ("Klage", "=1+1", "+45 12", "-2", "@navn", '"; ja', "to\nlinjer", "\x00\x1f", "a\r\nb", "_x0041_", " luft ", "§ 99")
)
BODY = st.sampled_from(
    (*BODIES, "Se [loven](https://example.org/a).\n\n1. en\n   - to\n\n|a|b|\n|-|-|\n|c|d|\n\n> ord")
)
DATES = {"effective_from": st.none() | st.dates(), "review_due": st.none() | st.dates()}
DIGEST = "0a" * 32
CONTENTS = st.just(ApprovedContent(form=1, whole=DIGEST, sections={"price": DIGEST}))
APPROVALS = st.builds(
    Approval,
    date=st.dates() | st.none(),
    body=TEXT | st.none(),
    text=TEXT | st.none(),
    minutes=st.none() | st.just("https://www.eksempel.dk/referat"),
    content=st.none() | CONTENTS,
    **DATES,
)
STATUSES = st.sampled_from(("draft", "hearing", "approved", "in_force", "withdrawn"))
Draw = st.DrawFn


def _few(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _literal(of: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(of))


def _some(count: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(0, count - 1), max_size=count, unique=True).map(sorted).map(tuple)


def _kinds(every: bool) -> st.SearchStrategy[Any]:
    kinds = sorted(KINDS)
    return st.just(kinds) if every else st.lists(st.sampled_from(kinds), max_size=3)


def _groups(count: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.just(()) | st.lists(st.integers(0, 2), min_size=count, max_size=count).map(tuple)


FLAGS = st.builds(
    c.Flag, _literal(c.Flag.__annotations__["kind"]), st.just("law/sel-99"), _few(TEXT), st.integers(0, 3)
)
AMOUNTS = st.decimals("0", "9999", places=2)
SPREADS = st.builds(
    c.Spread, _literal(c.Unit), AMOUNTS, AMOUNTS, AMOUNTS, st.integers(2, 9), st.sampled_from(("", "week", "meal"))
)


@st.composite
def _columns(draw: Draw) -> tuple[c.Column, ...]:
    made = [
        c.Column(
            f"k/{at}", draw(TEXT), draw(TEXT), "sel-99", status=draw(STATUSES), approval=draw(st.none() | APPROVALS)
        )
        for at in range(draw(st.integers(1, 3)))
    ]
    return (*made, c.Column("law/sel-99", "Loven", draw(TEXT), "sel-99", is_law=True, status="in_force"))


@st.composite
def _fact_row(draw: Draw, count: int, kind: str) -> c.FactRow:
    cells = [
        c.FactCell(
            draw(_literal(c.State)),
            draw(_few(fact_of(KINDS[kind], ("s0", "nowhere")))),
            draw(st.sampled_from(("", "s0", "nowhere"))),
            draw(TEXT),
            draw(_few(FLAGS)),
        )
        for _ in range(count)
    ]
    return c.FactRow(
        kind,
        draw(st.sampled_from(ROLES.get(kind, ("",)))),
        draw(_literal(c.Verdict)),
        tuple(cells),
        draw(_groups(count)),
        draw(_some(count)),
        draw(_few(SPREADS)),
        draw(_literal(c.FactRow.__annotations__["note"])),
    )


@st.composite
def _passage(draw: Draw, key: str, count: int) -> c.Passage:
    body = draw(BODY)
    blocks = list(enumerate(prose.block_texts(prose.blocks(body))))
    sentences = [
        c.Sentence(leaf, draw(st.integers(0, len(text))), len(text), draw(_some(count)), draw(_some(count)))
        for leaf, text in (draw(st.lists(st.sampled_from(blocks), max_size=2)) if blocks else [])
    ]
    audience = draw(st.sampled_from(("everyone", "professional")))
    return c.Passage(key, draw(st.sampled_from(("", "1", "3.1", "§ 2"))), draw(TEXT), body, audience, tuple(sentences))


@st.composite
def _topic_row(draw: Draw, count: int, at: int) -> c.TopicRow:
    echo = st.builds(
        c.Echo, st.integers(0, count - 1), st.sampled_from(("s0", "s1")), _literal(c.Confidence), st.floats(0, 1)
    )
    cells = [
        c.TopicCell(
            draw(_literal(c.State)),
            tuple(draw(_passage(f"s{at}", count)) for _ in range(draw(st.integers(0, 1)))),
            draw(_few(echo)),
        )
        for _ in range(count)
    ]
    return c.TopicRow(
        draw(st.sampled_from(("", "price", "unheard_of"))),
        draw(_literal(c.Verdict)),
        tuple(cells),
        draw(_groups(count)),
    )


def spans(old: str, new: str) -> tuple[r.Span, ...]:
    """An edit from one text to another: what they begin with is the same, the rest is not."""
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    made = (
        r.Span("same", 0, same, 0, same),
        r.Span("deleted", same, len(old), same, same, 1),
        r.Span("inserted", len(old), len(old), same, len(new)),
    )
    return tuple(each for each in made if each.old_end > each.old_start or each.new_end > each.new_start)


@st.composite
def _shared(draw: Draw, count: int) -> c.SharedText:
    text = draw(TEXT)
    copies = []
    for _ in range(draw(st.integers(1, 3))):
        own = draw(TEXT | st.just(text))
        edit = () if own == text else spans(text, own)
        copies.append(c.Copy(draw(st.integers(0, count - 1)), "s0", 0, own, draw(st.floats(0, 1)), edit))
    return c.SharedText(text, tuple(copies))


@st.composite
def comparisons(draw: Draw, every: bool = False) -> c.Comparison:
    """A comparison of two to four columns, the last one the law; with a row for each kind of fact, or for a few."""
    columns = draw(_columns())
    count = len(columns)
    said = TEXT | st.just("") | st.dates(dt.date(1800, 1, 1)).map(dt.date.isoformat)
    properties = [
        c.PropertyRow(name, draw(_literal(c.Verdict)), tuple(draw(said) for _ in range(count)), draw(_groups(count)))
        for name in get_args(c.PropertyName)
    ]
    return c.Comparison(
        columns,
        tuple(draw(_fact_row(count, kind)) for kind in draw(_kinds(every))),
        tuple(draw(_topic_row(count, at)) for at in range(draw(st.integers(0, 2)))),
        tuple(properties),
        draw(_few(_shared(count))),
        draw(st.none() | st.integers(0, count - 1)),
    )


# ---------- Revisions ----------

_KINDS_OF_LEAVES = r.Leaf.__annotations__["kind"]
FRAMES = st.builds(
    r.Frame,
    _literal(r.Frame.__annotations__["kind"]),
    *[st.integers(0, 3)] * 4,
    st.booleans(),
)


@st.composite
def _leaf(draw: Draw) -> r.Leaf:
    text = draw(TEXT)
    inner: Inlines = (Text(text),)
    inlines: Inlines = draw(st.sampled_from((inner, (Strong(inner),), (Link("https://example.org", (Emph(inner),)),))))
    return r.Leaf(
        draw(_literal(_KINDS_OF_LEAVES)), draw(st.integers(-1, 0)), text, (inlines,), frames=draw(_few(FRAMES))
    )


@st.composite
def _version(draw: Draw, leaves: list[r.Leaf]) -> r.Version:
    sections = (("1", draw(TEXT), "price"),)
    return r.Version(
        "k/a",
        "HEAD~1",
        draw(TEXT),
        "k",
        "sel-99",
        draw(STATUSES),
        draw(st.none() | APPROVALS),
        sections,
        tuple(leaves),
        ("price",),
    )


@st.composite
def _fact_change(draw: Draw, kind: str) -> r.FactChange:
    facts = _few(fact_of(KINDS[kind]))
    role = draw(st.sampled_from(ROLES.get(kind, ("",))))
    return r.FactChange(
        kind, role, draw(facts), draw(facts), draw(_literal(r.Direction)), draw(TEXT), draw(_few(FLAGS))
    )


@st.composite
def revisions(draw: Draw, every: bool = False) -> r.Revision:
    """Two versions and steps of every kind between them; what was moved away comes here at the end."""
    old: list[r.Leaf] = []
    new: list[r.Leaf] = []
    steps: list[r.Step] = []
    moved: list[int] = []

    def put(side: list[r.Leaf], count: int = 1) -> tuple[int, ...]:
        first = len(side)
        side += [draw(_leaf()) for _ in range(count)]
        return tuple(range(first, len(side)))

    for kind in draw(st.lists(_literal(r.Step.__annotations__["kind"]), max_size=5)):
        change = draw(_literal(r.ChangeClass))
        if kind == "same":
            kept = put(old)
            new.append(old[-1])
            steps.append(r.Step("same", kept, (len(new) - 1,)))
        elif kind == "edited":
            a, b = put(old, draw(st.integers(1, 2))), put(new, draw(st.integers(1, 2)))
            steps.append(r.Step("edited", a, b, spans(_read(old, a), _read(new, b)), change))
        elif kind == "moved_away":
            moved += put(old)
            steps.append(r.Step("moved_away", (moved[-1],), (), (), "moved", len(moved)))
        elif kind == "deleted":
            steps.append(r.Step("deleted", put(old), (), (), change))
        else:
            steps.append(r.Step("inserted", (), put(new), (), change))
    for move, gone in enumerate(moved, 1):
        here = put(new)
        steps.append(r.Step("moved_here", (), here, spans(old[gone].text, _read(new, here)), "moved", move))
    properties = st.builds(r.PropertyChange, _literal(r.PropertyName), TEXT, TEXT, st.sampled_from((-1, 0)))
    return r.Revision(
        draw(_version(old)),
        draw(_version(new)),
        tuple(steps),
        tuple(draw(_fact_change(kind)) for kind in draw(_kinds(every))),
        draw(_few(properties)),
        draw(st.sampled_from((((0, 0),), ((0, None), (None, 0))))),
    )


def _read(leaves: list[r.Leaf], at: tuple[int, ...]) -> str:
    return r.JOINT.join(leaves[each].text for each in at)

"""The rules of a page: every straight line, thin bar and edge of a box that is drawn on it; and its pictures.

Positions are the page's own, upwards from the lower left corner; `frame` turns them.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

OBJECTS = 60_000
"""How many drawn objects of a page are looked at."""
SEGMENTS = 200_000
DEPTH = 8
THIN = 3.0
"""A bar thinner than this is a line."""
DOT = (1.5, 7.0)
"""A dot is at least and at most so large."""
DOTS = 500
STRAIGHT = 1.0
PAPER = 245
"""From this brightness on a filled box is not seen on white paper."""

Box = tuple[float, float, float, float]
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Edge(NamedTuple):
    """A straight line from one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float


class Drawn(NamedTuple):
    """What is drawn on a page besides its text: edges, the boxes of its pictures, and small dots: bullets perhaps."""

    edges: list[Edge]
    pictures: list[Box]
    dots: list[Box]


def drawn(page: pypdfium2.PdfPage) -> Drawn:
    """Collect the edges and pictures of a page."""
    found = Drawn([], [], [])
    left = [OBJECTS, SEGMENTS]
    count = raw.FPDFPage_CountObjects(page)
    _collect((raw.FPDFPage_GetObject(page, index) for index in range(min(count, OBJECTS))), SAME, 0, left, found)
    return found


def _collect(objects: Iterator[object], outer: Matrix, depth: int, left: list[int], found: Drawn) -> None:
    for each in objects:
        left[0] -= 1
        if left[0] < 0 or left[1] < 0:
            return
        kind = raw.FPDFPageObj_GetType(each)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(each, _within(_matrix(each), outer), left, found)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(_picture(_within(_matrix(each), outer)))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
            count = max(0, raw.FPDFFormObj_CountObjects(each))
            inner = (raw.FPDFFormObj_GetObject(each, index) for index in range(min(count, OBJECTS)))
            _collect(inner, _within(_matrix(each), outer), depth + 1, left, found)


def _matrix(each: object) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(each, matrix):
        return SAME
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """Give the matrix that does what `inner` does and then what `outer` does."""
    if outer is SAME:
        return inner
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _at(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _picture(matrix: Matrix) -> Box:
    """An image fills the unit square, turned and stretched."""
    corners = [_at(matrix, x, y) for x in (0, 1) for y in (0, 1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _add_path(path: object, matrix: Matrix, left: list[int], found: Drawn) -> None:
    """Add the lines of a path that can be seen as rules, and the dots."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    seen = bool(stroke.value) or not _like_paper(path)
    for points in _outlines(path, matrix, left):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if _is_dot(box) and len(points) > 2:
            if len(found.dots) < DOTS:
                found.dots.append(box)
        else:
            found.edges.extend(_of_outline(points, box, bool(stroke.value), seen))


def _is_dot(box: Box) -> bool:
    across, down = box[2] - box[0], box[3] - box[1]
    return DOT[0] <= across <= DOT[1] and DOT[0] <= down <= DOT[1] and abs(across - down) <= 0.5 * max(across, down)


def _of_outline(points: list[Point], box: Box, stroked: bool, seen: bool) -> Iterator[Edge]:
    """A thin bar is one line; a box has four edges, if it is seen; of an open path every straight piece counts."""
    x0, y0, x1, y1 = box
    if x1 - x0 <= THIN and y1 - y0 <= THIN:
        return
    if x1 - x0 <= THIN:
        yield Edge((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    elif y1 - y0 <= THIN:
        yield Edge(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif stroked or (seen and _is_box(points)):
        for (ax, ay), (bx, by) in pairwise(points):
            if abs(ax - bx) <= STRAIGHT or abs(ay - by) <= STRAIGHT:
                yield Edge(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _is_box(points: list[Point]) -> bool:
    """Every piece goes straight across or down, and there are at most five of them."""
    pieces = list(pairwise(points))
    return 3 <= len(pieces) <= 5 and all(
        abs(ax - bx) <= STRAIGHT or abs(ay - by) <= STRAIGHT for (ax, ay), (bx, by) in pieces
    )


def _outlines(path: object, matrix: Matrix, left: list[int]) -> Iterator[list[Point]]:
    """Yield the corners of each part of a path, closed where it is closed."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    count = min(max(0, raw.FPDFPath_CountSegments(path)), left[1])
    left[1] -= count
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(_at(matrix, x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _like_paper(path: object) -> bool:
    """Whether a filled shape cannot be told from white paper, or lets everything through."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return False
    return alpha.value < 10 or min(red.value, green.value, blue.value) >= PAPER

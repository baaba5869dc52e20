"""The look of a Word file: one table of styles, made into `word/styles.xml`.

Built-in styles keep their ids, so that Word's navigation, tables of contents and other templates know them. Our own
have Danish names, because people see them in Word's list of styles. Lengths are in twips (1/20 point), sizes in half
points.
"""

from functools import cache

INK, QUIET, RULE, STRONG_RULE, GROUND, LINK = "1B1F23", "4A525A", "D8DBD8", "7D858B", "F5F5F2", "0A4A82"
# Grounds differ a little: neighbours of one ground lose the white between them in LibreOffice.
INFO_GROUND = "F4F5F3"
FLAG, FLAG_GROUND, FLAG_RULE = "693C00", "FDF2DE", "A86200"
FONT = "IBM Plex Sans"

LIST_STEP = 425
# A border stands outside the text; the insets (left, right) bring it back to the text's edge.
NOTE_INSETS = {
    "empty": (180, 180),
    "contact": (170, 170),
    "flag": (220, 170),
    "quote": (190, 0),
    "info": (220, 170),
    "same": (190, 0),
    "moved": (190, 0),
}
CELL_MARGIN = 100

PARAGRAPH_STYLES = {
    "": "",
    "lead": "Lead",
    "meta": "Meta",
    "small": "Small",
    "value": "Value",
    "approval": "Approval",
    "pointer": "Pointer",
}
NOTE_STYLES = {
    "empty": "EmptyNote",
    "contact": "Contact",
    "flag": "Flag",
    "quote": "Quote",
    "info": "Info",
    "same": "Same",
    "moved": "Moved",
}


def _border(side: str, value: str, size: int, space: int, colour: str) -> str:
    return f'<w:{side} w:val="{value}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _box(value: str, size: int, colour: str, space: int = 8) -> str:
    return "".join(_border(side, value, size, space, colour) for side in ("top", "left", "bottom", "right"))


_AIR = (("top", 5), ("bottom", 5), ("right", 8))


def _bar(bar: str, width: int, ground: str) -> str:
    """Return the borders of a block with a bar at its left and a little air round it."""
    top, bottom, right = (_border(side, "single", 4, space, ground) for side, space in _AIR)
    return top + _border("left", "single", width, 8, bar) + bottom + right


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


_FRAMES = {
    "empty": (_box("dashed", 8, STRONG_RULE), ""),
    "contact": (_box("single", 4, RULE), _shade(GROUND)),
    "flag": (_bar(FLAG_RULE, 24, FLAG_GROUND), _shade(FLAG_GROUND)),
    "quote": (_border("left", "single", 12, 8, STRONG_RULE), ""),
    "same": (_border("left", "single", 4, 8, RULE), ""),
    "moved": (_border("left", "double", 6, 8, STRONG_RULE), ""),
    "info": (_bar(STRONG_RULE, 24, INFO_GROUND), _shade(INFO_GROUND)),
    "facts": (_border("top", "single", 4, 4, RULE) + _border("between", "single", 4, 4, RULE), ""),
}


@cache
def frame(kind: str, other: bool = False) -> str:
    """Return the borders and the ground of a kind of block; `other` makes one that does not melt with its neighbour."""
    borders, shade = _FRAMES[kind]
    if other and kind == "facts":
        borders = _border("top", "single", 12, 4, INK)
    elif other:
        borders = borders.replace('w:space="8"', 'w:space="7"')
    return f"<w:pBdr>{borders}</w:pBdr>{shade}"


def _spacing(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _inset(kind: str) -> str:
    left, right = NOTE_INSETS[kind]
    return f'<w:ind w:left="{left}" w:right="{right}"/>'


_BOLD = "<w:b/><w:bCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
_NO_HYPHENS = "<w:suppressAutoHyphens/>"
_TIGHT = "<w:contextualSpacing/>"


def _style(name: str, ident: str, ppr: str, rpr: str, own: bool = True, follow: str = "") -> str:
    custom = ' w:customStyle="1"' if own else ""
    then = f'<w:next w:val="{follow}"/>' if follow else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{then}<w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{ppr}</w:pPr>" + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "") + "</w:style>"
    )


_HEADINGS = ((1, 28, 440, 110), (2, 23, 260, 60), (3, 21, 220, 40), (4, 21, 200, 40), (5, 20, 200, 40))


def _headings() -> str:
    """Return the title and the headings: level, size, room before and after."""
    title = _KEEP + _NO_HYPHENS + _spacing(240, 160, 228)
    made = _style("Title", "Title", title, _BOLD + _size(42), own=False, follow="Normal")
    for level, size, before, after in _HEADINGS:
        look = _BOLD + (_colour(QUIET) if level == 5 else "") + _size(size)
        ppr = _KEEP + _NO_HYPHENS + _spacing(before, after, 235) + f'<w:outlineLvl w:val="{level - 1}"/>'
        made += _style(f"heading {level}", f"Heading{level}", ppr, look, own=False, follow="Normal")
    return made


_WHOLE = "<w:keepLines/>"
_END = '<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
_DOTTED = f"<w:pBdr>{_border('top', 'dotted', 4, 4, STRONG_RULE)}</w:pBdr>"
_LIST_INDENT = f'<w:ind w:left="{LIST_STEP}"/>'


def _noted(kind: str, before: int, after: int, tight: str = _TIGHT) -> str:
    """Return the layout of a note."""
    whole = "" if kind in ("quote", "info") else _WHOLE
    return whole + frame(kind) + _spacing(before, after) + _inset(kind) + tight


# Name in Word, id, layout of the paragraph, look of its characters.
_OWN = (
    ("Indledning", "Lead", _spacing(0, 140, 264), _size(25)),
    ("Oplysninger", "Meta", _spacing(0, 200), _colour(QUIET) + _size(19)),
    ("Lille tekst", "Small", _spacing(0, 100), _colour(QUIET) + _size(18)),
    ("Værdi", "Value", _spacing(0, 40), _BOLD + _size(18)),
    ("Henvisning", "Pointer", _DOTTED + _spacing(60, 60), _colour(QUIET) + _size(18)),
    ("Godkendelse", "Approval", _WHOLE + _spacing(440, 140), _BOLD),
    ("Faktum", "Fact", _WHOLE + frame("facts") + _spacing(0, 60), ""),
    ("Faktum fortsat", "FactMore", _WHOLE + _spacing(0, 60), ""),
    ("Faktum slut", "FactEnd", frame("facts") + _END.format(after=200, line=20), _size(2)),
    ("Tomt afsnit", "EmptyNote", _noted("empty", 160, 160), _colour(QUIET)),
    ("Kontakt", "Contact", _noted("contact", 180, 180), ""),
    ("Vurdering", "Flag", _noted("flag", 100, 100), _colour(FLAG) + _size(19)),
    ("Foldet tekst", "Same", _noted("same", 60, 60, ""), ""),
    ("Flyttet tekst", "Moved", _noted("moved", 60, 60, ""), ""),
    ("Bemærkning", "Info", _noted("info", 160, 160), ""),
    ("Tabeltekst", "TableText", _spacing(0, 60, 250), _size(18)),
    ("Tabelhoved", "TableHead", _NO_HYPHENS + _spacing(0, 60, 250), _BOLD + _size(18)),
    ("Efter tabel", "TableEnd", _END.format(after=0, line=200), _size(12)),
)
_BUILT_IN = (
    ("List Paragraph", "ListParagraph", _spacing(0, 140) + _LIST_INDENT + _TIGHT, ""),
    ("toc 1", "TOC1", _spacing(0, 80), ""),
    ("TOC Heading", "TOCHeading", _KEEP + _spacing(300, 120), _BOLD + _size(28)),
    ("caption", "Caption", "<w:keepNext/>" + _spacing(200, 100), _colour(QUIET) + _size(19)),
    ("Quote", "Quote", _noted("quote", 60, 60, ""), _size(19)),
    ("header", "Header", _spacing(0, 0), _colour(QUIET) + _size(17)),
    ("footer", "Footer", _spacing(0, 0) + '<w:jc w:val="right"/>', _colour(QUIET) + _size(17)),
)


def _paragraphs() -> str:
    own = "".join(_style(*each) for each in _OWN)
    return own + "".join(_style(*each, own=False) for each in _BUILT_IN)


def _base(kind: str, ident: str, name: str, first: int, rest: str = "") -> str:
    """Return one of the four styles that every Word file has."""
    return (
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="{first}"/><w:semiHidden/><w:unhideWhenUsed/>{rest}</w:style>'
    )


_CHARACTERS = (
    _base("character", "DefaultParagraphFont", "Default Paragraph Font", 1)
    + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    f'<w:rPr>{_colour(LINK)}<w:u w:val="single"/></w:rPr></w:style>'
)


def _cell_margins(top: int, side: int, bottom: int) -> str:
    sides = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    inner = "".join(f'<w:{each} w:w="{width}" w:type="dxa"/>' for each, width in sides)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


_PLAIN_TABLE = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_cell_margins(0, 108, 0)}</w:tblPr>'
_TABLES = (
    _base("numbering", "NoList", "No List", 99)
    + _base("table", "TableNormal", "Normal Table", 99, _PLAIN_TABLE)
    + '<w:style w:type="table" w:customStyle="1" w:styleId="StandardTable"><w:name w:val="Standardtabel"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr><w:tblBorders>'
    + _border("top", "single", 12, 0, INK)
    + _border("bottom", "single", 4, 0, STRONG_RULE)
    + _border("insideH", "single", 4, 0, RULE)
    + f"</w:tblBorders>{_cell_margins(70, CELL_MARGIN, 30)}</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    + _border("bottom", "single", 8, 0, INK)
    + "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
)


@cache
def styles(language: str) -> bytes:
    """Return `word/styles.xml` for a language (a clean BCP 47 tag)."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    lang = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_colour(INK)}{_size(21)}{lang}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{_spacing(0, 140, 264)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{defaults}{normal}{_headings()}{_paragraphs()}{_CHARACTERS}{_TABLES}</w:styles>"
    )
    return xml.encode()

"""Web pages in the shapes in which municipalities publish, and, with other style sheets, PDF files."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from qstd.catalogue import municipalities
from tests.cases.read.case import Case, WantedSection
from tests.cases.read.flow import BREAK, Grid, Line, Piece, label, pieces, softener, typed

Cells = Sequence[tuple[WantedSection, str, str]]


class Page:
    """Lays one case out as a page."""

    def __init__(self, case: Case) -> None:
        self.case, self.layout = case, case.layout
        (self.standard,) = case.standards
        self.soften: Callable[[str], str] = softener(case.layout)

    def words(self, text: str) -> str:
        """The characters of a text."""
        return escape(self.soften(text), quote=False).replace(BREAK, "<br>")

    def paragraphs(self, name: str) -> str:
        """The lines before or after all sections."""
        return "".join(f"<p>{self.words(each)}</p>" for each in self.layout.get(name, ()))

    # ---- the text of a section

    def text(self, section: WantedSection) -> str:
        """The text of a section."""
        return "".join(self.pieces(pieces(section.text)))

    def pieces(self, found: Sequence[Piece]) -> Iterator[str]:
        """Entries of one list stand in one list, all others by themselves."""
        by_hand = self.layout.get("lists") == "typed" or self.layout["shape"] == "word"
        for kind, group in groupby(found, lambda each: each.kind if isinstance(each, Line) else "grid"):
            if kind in ("bullet", "number") and not by_hand:
                tag = "ul" if kind == "bullet" else "ol"
                items = "".join(f"<li>{self.words(each.text)}</li>" for each in group if isinstance(each, Line))
                yield f"<{tag}>{items}</{tag}>"
            else:
                yield from map(self.piece, group)

    def piece(self, piece: Piece) -> str:
        """A line or a small table."""
        if isinstance(piece, Grid):
            rows = ("".join(f"<td>{self.words(cell)}</td>" for cell in row) for row in piece.rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        if piece.kind == "sub":
            tag = "h4" if self.layout["shape"] == "tabs" else "u"
            return (
                f"<{tag}>{self.words(piece.text)}</{tag}>" if tag == "h4" else f"<p><u>{self.words(piece.text)}</u></p>"
            )
        if self.layout["shape"] == "word" and piece.kind == "bullet":
            mark = "<span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>"
            return (
                f"<p class=MsoListParagraph style='text-indent:-18.0pt'>{mark}{self.words(piece.text)}<o:p></o:p></p>"
            )
        kind = ' class="entry"' if piece.kind in ("bullet", "number") else ""
        return f"<p{kind}>{self.words(typed(piece))}</p>"

    # ---- shapes

    def cells(self) -> Cells:
        """Every section with its label and its text as markup."""
        return [
            (each, self.words(label(each.number, each.heading)), self.text(each)) for each in self.standard.sections
        ]

    def main(self) -> str:
        """The title, and the sections in their shape."""
        title = f"<h1>{self.words(self.standard.title)}</h1>"
        shape: Callable[[Cells], str] = getattr(self, "as_" + self.layout["shape"])
        return title + self.paragraphs("before") + self.contents() + shape(self.cells()) + self.paragraphs("after")

    def contents(self) -> str:
        """A list of the sections with their pages."""
        if "contents" not in self.layout:
            return ""
        lines = (
            f"<p>{self.words(label(each.number, each.heading))} ........ {self.layout['contents']}</p>"
            for each in self.standard.sections
        )
        return f"<p>Indholdsfortegnelse</p>{''.join(lines)}"

    def as_table(self, cells: Cells) -> str:
        """Rows of label and text."""
        head = "".join(f"<th>{each}</th>" for each in self.layout.get("head_row", ()))
        rows = "".join(f"<tr><td class=label>{name}</td><td>{text}</td></tr>" for _, name, text in cells)
        return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{rows}</tbody></table>"

    def as_headings(self, cells: Cells) -> str:
        """Headings, each followed by its text."""
        return "".join(f"<h2>{name}</h2>{text}" for _, name, text in cells)

    def as_outline(self, cells: Cells) -> str:
        """Headings whose level is that of their number."""
        levels = ((2 + each.number.count("."), name, text) for each, name, text in cells)
        return "".join(f"<h{level}>{name}</h{level}>{text}" for level, name, text in levels)

    def as_details(self, cells: Cells) -> str:
        """An accordion that the browser opens."""
        return "".join(f"<details><summary>{name}</summary><div>{text}</div></details>" for _, name, text in cells)

    def as_buttons(self, cells: Cells) -> str:
        """An accordion that a script opens; a section without a heading stands before it."""
        out = []
        for number, (_, name, text) in enumerate(cells):
            button = f'<button aria-expanded="false" aria-controls="panel{number}" type="button">{name}</button>'
            panel = f'<div id="panel{number}" class="accordion__panel" hidden>{text}</div>'
            out.append(f'<div class="accordion"><h3>{button}</h3>{panel}</div>' if name else text)
        return "".join(out)

    def as_definitions(self, cells: Cells) -> str:
        """Terms and what belongs to them."""
        return f"<dl>{''.join(f'<dt>{name}</dt><dd>{text}</dd>' for _, name, text in cells)}</dl>"

    def as_layout_table(self, cells: Cells) -> str:
        """Tables that only arrange the page."""
        inner = "".join(f"<tr><td><b>{name}</b></td></tr><tr><td>{text}</td></tr>" for _, name, text in cells)
        return f"<table border=0 cellpadding=4>{inner}</table>"

    def as_tabs(self, cells: Cells) -> str:
        """Tabs whose panels are hidden until they are chosen."""
        tabs, panels = [], []
        for number, (_, name, text) in enumerate(cells):
            tabs.append(
                f'<li><a role="tab" id="fane{number}" href="#panel{number}" aria-controls="panel{number}">{name}</a></li>'
            )
            hidden = ' style="display:none"' if number else ""
            panels.append(
                f'<div role="tabpanel" id="panel{number}" aria-labelledby="fane{number}"{hidden}>{text}</div>'
            )
        return f'<ul role="tablist">{"".join(tabs)}</ul>{"".join(panels)}'

    def as_strong_break(self, cells: Cells) -> str:
        """Paragraphs that begin with their heading in bold."""
        return "".join(f"<p><strong>{name}</strong><br>\n{text.removeprefix('<p>')}" for _, name, text in cells)

    def as_word(self, cells: Cells) -> str:
        """Paragraphs of Word."""
        return "".join(
            f"<p class=MsoNormal><b>{name}<o:p></o:p></b></p>{text.replace('<p>', '<p class=MsoNormal>')}"
            for _, name, text in cells
        )


def make(case: Case) -> bytes:
    """Make the page of a case, with what stands around the text on a site."""
    page = Page(case)
    encoding = case.layout.get("encoding", "utf-8")
    municipality = municipalities()[page.standard.municipality]
    title = f"{page.words(page.standard.title)} | {municipality.display}"
    head = f'<head><meta charset="{encoding}"><title>{title}</title><script>var x = "<p>tekst</p>";</script></head>'
    body = _framed(page) if case.layout["shape"] == "layout_table" else _site(page)
    return f'<!DOCTYPE html>\n<html lang="da">{head}<body>{body}</body></html>\n'.encode(encoding, "xmlcharrefreplace")


def _links(names: Sequence[str]) -> str:
    return "".join(f'<li><a href="#">{escape(each)}</a></li>' for each in names)


def _site(page: Page) -> str:
    layout = page.layout
    out = []
    if "banner" in layout:
        out.append(f'<div id="cookie-banner" role="dialog"><p>{layout["banner"]}</p><button>OK</button></div>')
    if "navigation" in layout:
        out.append(f"<header><nav><ul>{_links(layout['navigation'])}</ul></nav></header>")
    out.append(f"<main>{page.main()}</main>" if out else page.main())
    if "aside" in layout:
        out.append(f"<aside><ul>{_links(layout['aside'])}</ul></aside>")
    if "footer" in layout:
        out.append(f"<footer><p>{layout['footer']}</p></footer>")
    return "\n".join(out)


def _framed(page: Page) -> str:
    menu = "<br>".join(f'<a href="#">{escape(each)}</a>' for each in page.layout["navigation"])
    cells = f"<td width=150>{menu}</td><td>{page.main()}</td>"
    foot = f"<td colspan=2><font size=1>{page.layout['footer']}</font></td>"
    return f"<table width=100% border=0><tr>{cells}</tr><tr>{foot}</tr></table>"


def style_sheet(case: Case) -> str:
    """The style of a PDF: page, columns, rules, header and footer."""
    layout = case.layout
    rules = {True: "border: 0.7pt solid black;", False: "", "horizontal": "border-bottom: 0.7pt solid black;"}
    margins = ""
    for place, name in (("@top-center", "header"), ("@bottom-center", "footer")):
        if name in layout:
            text = layout[name].replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
            margins += f'{place} {{ content: "{text}"; font-size: 8pt; }}'
    return f"""
        @page {{ size: {layout.get("page", "a4")}; margin: 18mm 15mm; {margins} }}
        body {{ font: 10pt/1.35 "DejaVu Serif"; columns: {layout.get("columns", "auto")}; column-gap: 9mm; }}
        body {{ font-variant-ligatures: none; }} h1 {{ font-size: 16pt; }} h2 {{ font-size: 12pt; }} p {{ margin: 0 0 5pt; }}
        table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
        td, th {{ {rules[layout.get("rules", True)]} padding: 3pt 5pt; vertical-align: top; }}
        th:first-child, td.label {{ width: 32%; font-weight: bold; }} p.entry {{ padding-left: 12pt; text-indent: -12pt; }}
        td, th, p {{ hyphens: manual; }}
    """


def paper(case: Case) -> bytes:
    """Make a PDF of a case."""
    from weasyprint import CSS, HTML

    made = HTML(string=f'<html lang="da"><body>{Page(case).main()}</body></html>')
    data = made.write_pdf(stylesheets=[CSS(string=style_sheet(case))])
    assert isinstance(data, bytes)
    return data

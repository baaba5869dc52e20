"""The checkers themselves are checked: each is silent on a good file and speaks up on a planted fault."""

from pathlib import Path

import pytest

from tests import checkers

PAGE = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Prøve</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #111; background: #fff }} {style}</style></head>
<body><main><h1>Prøve</h1>{body}</main></body></html>
"""


def page(folder: Path, name: str, body: str = "<p>En sætning.</p>", style: str = "") -> Path:
    path = folder / f"{name}.html"
    path.write_text(PAGE.format(body=body, style=style), encoding="utf-8")
    return path


def word_file(folder: Path, name: str = "prøve") -> Path:
    import docx

    document = docx.Document()
    document.add_heading("Ydelsens mål", 1)
    document.add_paragraph("Æble og\tøl.").add_run("\nNy linje")
    path = folder / f"{name}.docx"
    document.save(str(path))
    return path


def planted(path: Path, old: str, new: str) -> Path:
    """A copy of a Word file with a change in its body."""
    import zipfile

    target = path.with_stem(path.stem + "-planted")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            package.writestr(name, data)
    return target


@pytest.fixture
def tagged_pdf(tmp_path: Path) -> Path:
    import weasyprint

    path = tmp_path / "prøve.pdf"
    weasyprint.HTML(string=PAGE.format(body="<p>En sætning.</p>", style="")).write_pdf(path, pdf_variant="pdf/ua-1")
    return path


def test_pdf_ua(tagged_pdf: Path) -> None:
    import pikepdf

    assert checkers.pdf_ua_problems(tagged_pdf) == []
    with pikepdf.open(tagged_pdf, allow_overwriting_input=True) as pdf:
        del pdf.Root["/Lang"]
        pdf.save()

    assert any("lang" in problem.lower() for problem in checkers.pdf_ua_problems(tagged_pdf))


def test_pdf_ua_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_text("no PDF")

    assert "unreadable" in checkers.pdf_ua_problems(path)[0]


def test_html(tmp_path: Path) -> None:
    good, bad = page(tmp_path, "good"), page(tmp_path, "bad", "<p><div>x</div></p><section>Uden overskrift</section>")

    problems = checkers.html_problems([good, bad])

    assert {problem.split(":")[0] for problem in problems} == {"bad.html"}
    assert any("p" in problem and "end tag" in problem for problem in problems)
    assert any("lacks heading" in problem for problem in problems)


def test_axe(tmp_path: Path) -> None:
    pages = {
        "good": page(tmp_path, "good"),
        "picture": page(tmp_path, "picture", '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>'),
        "dark": page(tmp_path, "dark", style="@media (prefers-color-scheme: dark) { body { color: #eee } }"),
        "wide": page(tmp_path, "wide", '<p style="width: 700px">bred</p>'),
        "missing": page(tmp_path, "missing", '<p><img src="ikke-her.gif" alt="væk"></p>'),
    }

    problems = checkers.axe_problems(pages.values())

    def of(name: str) -> list[str]:
        return [problem for problem in problems if f"/{name}.html" in problem.split(" ")[0]]

    assert of("good") == []
    assert any("image-alt" in problem for problem in of("picture"))
    assert {problem.split(": ")[1] for problem in of("dark")} == {"color-contrast"}
    assert all("dark)" in problem for problem in of("dark"))
    assert [problem.split(" at ")[1][:6] for problem in of("wide")] == ["320 px", "390 px"]
    assert any("cannot load" in problem for problem in of("missing"))


def test_calls_to_other_machines_are_noted() -> None:
    problems: dict[str, None] = {}
    for address in ("file:///a/b.css", "http://127.0.0.1:8000/x", "https://example.org/x.js"):
        checkers.note_foreign(address, "file:///a/page.html", problems)

    assert list(problems) == ["a/page.html: calls https://example.org/x.js"]


def test_docx(tmp_path: Path) -> None:
    good = word_file(tmp_path)
    bad = planted(good, "<w:body>", "<w:body><w:rPr/>")

    assert checkers.docx_problems(good) == []
    assert "w:body" in checkers.docx_problems(bad)[0]


def test_docx_words(tmp_path: Path) -> None:
    path = word_file(tmp_path)
    edited = planted(path, "Æble og", "Æb</w:t></w:r><w:del><w:r><w:delText>X</w:delText></w:r></w:del><w:r><w:t>le og")

    expected = ["Ydelsens", "mål", "Æble", "og", "øl.", "Ny", "linje"]
    assert checkers.docx_words(path) == expected
    assert checkers.docx_words(edited) == expected


def test_word_to_pdf_to_text(tmp_path: Path) -> None:
    path = word_file(tmp_path)

    pdf = checkers.docx_to_pdf(path, tmp_path)

    assert checkers.pdf_text(pdf).split() == checkers.docx_words(path)


def test_a_file_that_libreoffice_cannot_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK\x03\x04 no Word file")

    with pytest.raises(AssertionError, match="made no PDF"):
        checkers.docx_to_pdf(path, tmp_path)


def test_a_missing_tool_fails_in_ci_and_skips_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="soffice is missing"):
        checkers.require("soffice")

    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="soffice is missing"):
        checkers.require("soffice")

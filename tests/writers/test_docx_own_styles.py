"""Word styles of a municipality's own stand in the place of ours, unless Word could not open them."""

import io
import zipfile

import pytest

from qstd.model.theme import Theme, ThemeError
from qstd.writers import docx
from tests.writers.kitchen_sink import KITCHEN_SINK


def test_a_municipality_may_bring_its_own_styles() -> None:
    theirs = b"<w:styles xmlns:w='x'/>"
    content = docx.write(KITCHEN_SINK, Theme({}, {"docx/styles.xml": theirs}))
    assert zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml") == theirs


def test_styles_that_word_could_not_open_are_told() -> None:
    theme = Theme({}, {"docx/styles.xml": b"<styles>\n<"}, {"docx/styles.xml": "templates/docx/styles.xml"})
    with pytest.raises(ThemeError, match=r"^templates/docx/styles\.xml:2: "):
        docx.write(KITCHEN_SINK, theme)

"""Writers: one file per output format, each `write(document, …) -> bytes`. They know blocks and no topics.

`html_*` and `pdf_*` are parts of html.py and pdf.py; the PDF is laid out from the same HTML as the page.
"""

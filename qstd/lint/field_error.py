"""S014 field_error (warning): no error message or code of Word or Excel stands in the text.

Applies to all standards, in title, approval, headings and bodies.
Why: "Fejl! Bogmærke er ikke defineret." stands in published standards where a page number or a heading should be.
Source: good practice; two published standards have such text.
How to mend: write what the field should have shown, or delete it.
Bad: "Se afsnit Fejl! Henvisningskilde ikke fundet." Good: "Se afsnit 4."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.lines import lines, sign
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_ERROR = lazy(
    r"\bFejl! ?(?:Bogmærke|Henvisningskilde|Ukendt|Ugyldig|Objekt|Ingen|Brug |Der er|Link|Hyperlink|Filnavn|Kan ikke|Reference"
    r"|Argument|Dokumentvariabel|Indekset)\w*[^.|]{0,60}"
    r"|\bError! ?(?:Reference|Bookmark|Unknown|No |Hyperlink|Not a|Use the|Objects?|Main|Cannot)\w*[^.|]{0,60}"
    r"|\b(?:PAGEREF|NOTEREF|MERGEFIELD|DOCPROPERTY|FORMTEXT|STYLEREF)\b[^|]{0,30}|\bREF _Ref\d+|\b_Toc\d{5,}\b"
    r"|\bHYPERLINK \\?\"|\{ ?(?:PAGE|TOC|DATE|REF)\b[^}]{0,40}\}"
    r"|#(?:REF|REFERENCE|VALUE|VÆRDI|DIV/0|DIVISION/0|I/T)!|#(?:NAME|NAVN)\?",
)
_SIGNS = ("Fejl!", "Error!", "_Toc", "{", "#", "REF", "FIELD", "PROPERTY", "TEXT", "LINK")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the messages and codes that fields leave, one on a line."""
    for each in lines(standard, around, _is_odd):
        found = _ERROR.search(each.text)
        if found:
            what = message(
                "Her står en fejlmeddelelse fra et tekstbehandlingsprogram: »{words}«.", words=found[0][:60].strip()
            )
            hint = message("Skriv det, feltet skulle have vist, fx nummeret på afsnittet, eller slet det.")
            yield Hit(each.path, what, hint, each.line)


@sign
def _is_odd(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) and _ERROR.search(text) is not None


RULE = Rule("S014", "warning", check)

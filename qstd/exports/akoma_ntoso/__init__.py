"""A standard as Akoma Ntoso 3.0: a `statement`, the form for an official document of a body.

`meta` tells what it is and when it was approved, `body` has the municipality's words in its own order.
"""

from qstd.exports.akoma_ntoso.body import main_body
from qstd.exports.akoma_ntoso.meta import meta, preface
from qstd.exports.akoma_ntoso.xml import Element, document
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def statement(standard: Standard, municipality: Municipality, ref: str, site_url: str = "") -> bytes:
    """Return XML. `site_url` makes the address of the page a whole one; without it that is not told."""
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    whole = root.add("statement", name="kvalitetsstandard", contains="singleVersion")
    whole.append(meta(standard, municipality, ref, site_url))
    whole.append(preface(standard, municipality))
    whole.append(main_body(standard))
    return document(root)

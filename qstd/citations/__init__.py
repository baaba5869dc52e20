"""Legal references in running Danish text, resolved against the catalogue's acts.

`citations` finds everything that names law, in every form that standards use, whether or not the catalogue knows it;
`references` only what is certain enough to be made a link. `status` tells what the catalogue knows of a citation on a day,
`law_text` which sentences are the act's own words: what those cite is not what a standard rests on.
Nothing is rewritten here: what is found is shown, and people decide.
"""

from qstd.citations.grammar import MAYBE, citations
from qstd.citations.links import Reference, references
from qstd.citations.quoted import law_text, may_be_law_text
from qstd.citations.record import Citation, Form, Provision
from qstd.citations.status import Status, provisions_changed, status

__all__ = (
    "MAYBE",
    "Citation",
    "Form",
    "Provision",
    "Reference",
    "Status",
    "citations",
    "law_text",
    "may_be_law_text",
    "provisions_changed",
    "references",
    "status",
)

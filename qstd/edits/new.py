"""A new standard and a new municipality, laid out with comments that say what to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass

from qstd.edits.layout import dump


@dataclass(frozen=True, slots=True)
class NewSection:
    """A section of a new standard: its topic, the heading that municipalities use most, and what belongs in it."""

    topic: str
    heading: str
    about: str
    required: bool


def new_standard(title: str, service: str, sections: Sequence[NewSection], head: str) -> str:
    """Return the text of a new standard: every section with heading and comment, empty bodies to be filled in."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    root = CommentedMap(schema=1, title=title, service=service, language="da", status="draft")
    root.yaml_set_comment_before_after_key("status", before=_STATUS)
    rows = CommentedSeq()
    for number, each in enumerate(sections, 1):
        count, body = DoubleQuotedScalarString(str(number)), LiteralScalarString(f"{_HERE}\n")
        rows.append(CommentedMap(topic=each.topic, number=count, heading=each.heading, body=body))
        rows.yaml_set_comment_before_after_key(number - 1, before=_about(each), indent=0)
    root["sections"] = rows
    root.yaml_set_comment_before_after_key("sections", before=_SECTIONS)
    root["facts"] = CommentedSeq()
    root.yaml_set_comment_before_after_key("facts", before=_FACTS)
    return head + dump(root).replace(_HERE, "")


def new_municipality(name: str, code: str) -> str:
    """Return the text of a new municipality.yaml."""
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    root = CommentedMap(name=name, code=DoubleQuotedScalarString(code))
    return _MUNICIPALITY_HEAD + dump(root) + _MUNICIPALITY_MORE


def _about(section: NewSection) -> str:
    wanted = " Reglerne kræver dette afsnit." if section.required else ""
    return f"\n{section.about}{wanted}"


# Stands where the text of a section goes, so that its literal block is laid out; taken out again.
_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"
_STATUS = "draft (kladde), hearing (høring), approved (godkendt), in_force (gældende) eller withdrawn (ophævet)"
_SECTIONS = """
Når standarden er godkendt, skrives det her:
approval:
  date: 2026-01-31
  body: Byrådet
  text: Godkendt af Byrådet den 31. januar 2026

Afsnittene i kommunens egen rækkefølge. Slet dem, I ikke bruger, og skriv jeres egne overskrifter og numre.
Skriv teksten under »body: |«, rykket fire mellemrum ind, én sætning pr. linje.
"- " laver en liste, "### " en underoverskrift, **ord** fed skrift."""
_FACTS = """
Oplysninger, der kan sammenlignes. Hver har det citat i teksten, den bygger på. Slet [] og skriv for eksempel:
- kind: age
  min: 18
  evidence: {section: target_group, quote: borgere over 18 år}"""
_MUNICIPALITY_HEAD = "# yaml-language-server: $schema=../../schemas/municipality.schema.json\n"
_MUNICIPALITY_MORE = """\
# contact:
#   phone: 12 34 56 78
#   mail: kommunen@eksempel.dk
# colours:
#   brand: "#3d4a55"
#   brand_dark: "#8b98a4"
# logo: logo.svg
# Tekster, som flere standarder deler, og som et afsnit henter med »use: klage«:
# fragments:
#   klage:
#     body: |
#       Du kan klage over kommunens afgørelse.
"""

"""The published JSON Schema of a revision, explained in Danish for those who read its data."""

from qstd.exports import schema_parts as part
from qstd.exports.schema_parts import Schema, choice, known, many, number, record, text, yes_no
from qstd.model.revision import ChangeClass, Direction, Frame, Leaf, PropertyName, Step
from qstd.model.standard import StandardFile

_TITLE = "To udgaver af en kvalitetsstandard"
_ABOUT = (
    "Hvad der er ændret fra en udgave af en kvalitetsstandard til en anden, som qstd diff --format json skriver det. Trinene "
    "har alle ord fra begge udgaver: old-teksterne i rækkefølge er hele den gamle, new-teksterne hele den nye."
)
_JOINT = "Flere tekster, og cellerne i en tabelrække, er skilt ad med tegnet U+2029."


def revision_schema() -> bytes:
    """Return the schema as a file."""
    whole = record(
        {
            "schema": {"const": 1, "description": "Formatets nummer."},
            "same": yes_no("true, når intet er ændret."),
            "old": known("Version", "Den gamle udgave."),
            "new": known("Version", "Den nye udgave."),
            "properties": many("Ændrede egenskaber ved dokumentet.", known("PropertyChange")),
            "facts": many("Oplysninger, der har fået en anden betydning.", known("FactChange")),
            "sections": many("Hvilke afsnit der svarer til hinanden, i begges rækkefølge.", _pair()),
            "steps": many("Trinene fra den gamle tekst til den nye.", known("Step")),
        }
    )
    definitions = {
        "Version": _version(),
        **part.approval(),
        "PropertyChange": _property_change(),
        "FactChange": _fact_change(),
        **part.facts(),
        "Flag": part.flag(),
        "Step": _step(),
        "Leaf": _leaf(),
        "Frame": _frame(),
    }
    return part.dump(_TITLE, _ABOUT, whole, definitions)


def _version() -> Schema:
    section = record(
        {
            "number": text("Afsnittets eget nummer. Tom, når det ikke har et."),
            "heading": text("Afsnittets egen overskrift."),
            "topic": text("Emnet, som en nøgle fra kataloget. Tom, når intet passer."),
        }
    )
    return record(
        {
            "ref": text("Standardens navn: kommune/navn, eller en fil."),
            "revision": text("Den udgave, der blev spurgt om, fx HEAD~1. Tom for filen, som den ligger der."),
            "title": text("Dokumentets titel."),
            "municipality": text("Kommunens navn."),
            "service": text("Ydelsen, fx sel-99."),
            "status": part.as_in_file(StandardFile, "status"),
            "approval": known("Approval", "Godkendelsen. Udelades, hvis dokumentet ikke nævner den."),
            "sections": many("Afsnittene i rækkefølge.", section),
        },
        optional=["approval"],
    )


def _pair() -> Schema:
    index = {"type": ["integer", "null"], "minimum": 0}
    return record(
        {
            "old": {**index, "description": "Afsnittets plads i den gamle udgave, regnet fra 0. null, når det er nyt."},
            "new": {
                **index,
                "description": "Afsnittets plads i den nye udgave, regnet fra 0. null, når det er udgået.",
            },
        }
    )


def _property_change() -> Schema:
    return record(
        {
            "name": choice("Egenskaben.", PropertyName),
            "label": text("Hvad egenskaben hedder på læserens sprog."),
            "section": text("Navnet på det afsnit, det er en egenskab ved. Udelades, når det er hele dokumentet."),
            "old": text("Værdien i den gamle udgave. Tom, når den ikke er der."),
            "new": text("Værdien i den nye udgave. Tom, når den ikke er der."),
        },
        optional=("section",),
    )


def _fact_change() -> Schema:
    change = record(
        {
            **part.kind_and_role(),
            "direction": choice(
                "Hvad ændringen betyder for borgeren: more (mere), less (mindre) eller neutral.", Direction
            ),
            "reason": text("Nøglen til begrundelsen. Tom, når værdierne siger det selv."),
            "old": many("Værdierne før. Felterne afhænger af kind.", {"type": "object"}),
            "new": many("Værdierne efter. Felterne afhænger af kind.", {"type": "object"}),
            "flags": many("Hvor de nye værdier giver mindre end loven, og de gamle ikke gjorde.", known("Flag")),
        }
    )
    return {**change, "allOf": [*part.by_kind("old"), *part.by_kind("new")]}


def _step() -> Schema:
    return record(
        {
            "kind": choice(
                "same: uændret. edited: rettet, samlet eller delt. deleted: udgået. inserted: ny. moved_away: står et andet "
                "sted i den nye. moved_here: stod et andet sted i den gamle.",
                Step.__annotations__["kind"],
            ),
            "change": choice(
                "Ændringens art: substantive (betyder noget), editorial (sproglig), cosmetic (kun tegn og form) eller moved "
                "(flyttet). Tom for uændret tekst.",
                ChangeClass,
            ),
            "move": number("Nummeret på flytningen, ens for de to trin, der hører sammen. 0, når intet er flyttet."),
            "old": many("Teksterne i den gamle udgave.", known("Leaf")),
            "new": many("Teksterne i den nye udgave.", known("Leaf")),
            "spans": part.spans(
                "Hvad der er ændret i ordene. Sat sammen er old-stykkerne den gamle tekst og new-stykkerne den nye; for "
                f"moved_here er den gamle tekst den, der blev flyttet. Tom, når ordene er de samme. {_JOINT}",
                move=number("Nummeret på flytningen, når stykket er en sætning, der står et andet sted nu. Ellers 0."),
            ),
        }
    )


def _leaf() -> Schema:
    mark = record(
        {
            "kind": text("strong (fed), emph (kursiv) eller link.", enum=["strong", "emph", "link"]),
            "text": text("De ord, det gælder."),
            "href": text("Hvor linket fører hen. Kun for link."),
        },
        optional=["href"],
    )
    return record(
        {
            "kind": choice(
                "title: titlen. section: et afsnits overskrift. heading: en overskrift i teksten. paragraph: et stykke "
                "tekst. row: en tabelrække. approval: ordene om godkendelsen.",
                Leaf.__annotations__["kind"],
            ),
            "section": number("Afsnittets plads i udgaven, regnet fra 0. -1 for titlen og godkendelsen.", least=-1),
            "number": text("Afsnittets eget nummer, ved en afsnitsoverskrift. Ellers tom."),
            "level": number("Overskriftens niveau: 1 titlen, 2 et afsnit, fra 3 i teksten. 0 for anden tekst."),
            "text": text(f"Teksten. {_JOINT}"),
            "marks": many("Links og fremhævede ord i teksten.", mark),
            "frames": many("De lister, tabeller og citater, teksten står i, den yderste først.", known("Frame")),
            "first": yes_no("true for den første tekst i et listepunkt."),
        }
    )


def _frame() -> Schema:
    return record(
        {
            "kind": choice("bullet, ordered (nummereret), table eller quote (citat).", Frame.__annotations__["kind"]),
            "number": number("Nummeret på listen, tabellen eller citatet i afsnittet."),
            "item": number("Hvilket punkt eller hvilken række, regnet fra 0."),
            "start": number("Det første nummer i en nummereret liste."),
            "columns": number("Antal celler i rækken. 0, når det ikke er en tabel."),
            "head": yes_no("true for en række, der er tabellens overskrift."),
        }
    )

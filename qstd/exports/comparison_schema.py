"""The published JSON Schema of a comparison, explained in Danish for those who read its data."""

from qstd.exports import schema_parts as part
from qstd.exports.schema_parts import Schema, choice, known, many, number, record, text, yes_no
from qstd.model.comparison import Confidence, FactRow, PropertyName, State, Unit, Verdict
from qstd.model.standard import Section, StandardFile

_TITLE = "Sammenligning af kvalitetsstandarder"
_ABOUT = (
    "To eller flere kvalitetsstandarder ved siden af hinanden, som qstd diff --format json skriver dem. Hver kolonne "
    "kaldes ved sin ref. Det, en standard ikke siger, udelades."
)
_REFS = {"type": "string"}
_REF = "Kolonnen, cellen hører til."


def comparison_schema() -> bytes:
    """Return the schema as a file."""
    whole = record(
        {
            "schema": {"const": 1, "description": "Formatets nummer."},
            "baseline": {
                "type": ["string", "null"],
                "description": "Den kolonne, de andre måles mod. null, når ingen er valgt.",
            },
            "columns": many("De sammenlignede standarder i den rækkefølge, der blev spurgt om.", known("Column")),
            "facts": many(
                "En række for hver art oplysning, som nogen har en overskrift eller et svar til.", known("FactRow")
            ),
            "sections": many("En række for hvert emne og for hvert afsnit uden emne.", known("TopicRow")),
            "properties": many("En række for hver egenskab ved selve dokumenterne.", known("PropertyRow")),
            "shared": many("Tekst, som to eller flere standarder har ens eller næsten ens.", known("SharedText")),
        }
    )
    definitions = {
        "Column": _column(),
        **part.approval(),
        **_facts(),
        **part.facts(),
        "Evidence": _evidence(),
        "Flag": part.flag(),
        **_sections(),
        "PropertyRow": _property_row(),
        **_shared(),
    }
    return part.dump(_TITLE, _ABOUT, whole, definitions)


def _column() -> Schema:
    return record(
        {
            "ref": text("Standardens navn: kommune/navn, eller law/ydelse for loven."),
            "label": text("Det korte navn over kolonnen."),
            "title": text("Dokumentets titel."),
            "service": text("Ydelsen, fx sel-99."),
            "law": yes_no("true, når kolonnen er loven."),
            "status": part.as_in_file(StandardFile, "status"),
            "approval": known("Approval", "Godkendelsen. Udelades, hvis dokumentet ikke nævner den."),
            "has_facts": yes_no(
                "false, når der ikke er trukket oplysninger ud af teksten endnu. Så betyder en tom celle ikke, at "
                "standarden tier."
            ),
        },
        optional=["approval"],
    )


def _verdict() -> Schema:
    return choice(
        "equal: alle siger det samme. different: svarene er forskellige. some: kun nogle svarer, og de svarer ens. nobody: "
        "ingen svarer. incomparable: svarene kan ikke sammenlignes, se note.",
        Verdict,
    )


def _groups() -> Schema:
    return many(
        "Kolonner, der svarer ens, i hver sin liste. Det svar, flest giver, står først. Kolonner uden svar er ikke med.",
        {"type": "array", "items": _REFS},
    )


def _state() -> Schema:
    return choice(
        "stated: der står noget. none: der står, at der ikke er noget. empty: overskrift uden tekst. absent: der står "
        "ikke noget om det.",
        State,
    )


def _facts() -> dict[str, Schema]:
    row = record(
        {
            **part.kind_and_role(),
            "verdict": _verdict(),
            "note": choice(
                "Hvorfor svarene ikke kan sammenlignes: units (forskellige enheder) eller day_kinds (forskellige slags "
                "dage). Ellers tom.",
                FactRow.__annotations__["note"],
            ),
            "groups": _groups(),
            "outliers": many("Kolonner, hvis svar skiller sig ud fra de andres.", _REFS),
            "spreads": many("Lavest, midterst og højest af tallene i rækken, for hver enhed.", known("Spread")),
            "cells": many("Hvad hver standard siger, i kolonnernes rækkefølge.", known("FactCell")),
        }
    )
    cell = record(
        {
            "ref": text(_REF),
            "state": _state(),
            "values": many("Værdierne. Felterne afhænger af rækkens kind.", {"type": "object"}),
            "section": text("Navnet på afsnittet om emnet, når der ingen værdi er. Ellers tom."),
            "quote": text("Afsnittets svar ord for ord, fx »ingen«, når der ingen værdi er. Ellers tom."),
            "flags": many("Hvor standarden giver mindre end loven.", known("Flag")),
        }
    )
    return {"FactRow": {**row, "allOf": part.by_kind("cells", "*", "values")}, "FactCell": cell, "Spread": _spread()}


def _spread() -> Schema:
    return record(
        {
            "unit": choice("Enheden.", Unit),
            "per": text(
                "Hvad mængden er for, fx week eller meal; for alder min (nedre grænse) eller max (øvre). Ellers tom."
            ),
            "low": text("Det laveste tal, med punktum som decimaltegn.", pattern=part.AMOUNT),
            "median": text("Det midterste tal.", pattern=part.AMOUNT),
            "high": text("Det højeste tal.", pattern=part.AMOUNT),
            "count": number("Hvor mange kolonner der har et tal i enheden."),
        }
    )


def _evidence() -> Schema:
    return record(
        {**_section_of("Afsnittet, der siger det"), "quote": text("De ord i afsnittet, der siger det, ord for ord.")}
    )


def _section_of(what: str) -> dict[str, Schema]:
    return {
        "section": text(f"{what}: dets navn i standarden."),
        "number": text("Afsnittets eget nummer. Tom, når det ikke har et."),
        "heading": text("Afsnittets egen overskrift."),
    }


def _sections() -> dict[str, Schema]:
    row = record(
        {
            "topic": text("Emnet, som en nøgle fra kataloget. Tom for et afsnit, som intet emne passer til."),
            "label": text("Hvad emnet hedder på læserens sprog."),
            "verdict": _verdict(),
            "groups": _groups(),
            "cells": many("Hvad hver standard skriver, i kolonnernes rækkefølge.", known("TopicCell")),
        }
    )
    cell = record(
        {
            "ref": text(_REF),
            "state": _state(),
            "passages": many("Standardens afsnit om emnet.", known("Passage")),
            "echoes": many("Afsnit om andre emner, der også skriver om dette.", known("Echo")),
        }
    )
    passage = record(
        {
            **_section_of("Afsnittet"),
            "body": text("Teksten ord for ord, som Markdown. Tom, når overskriften står uden tekst."),
            "audience": part.as_in_file(Section, "audience"),
            "sentences": many("De sætninger, som også andre standarder har.", known("Sentence")),
        }
    )
    return {"TopicRow": row, "TopicCell": cell, "Passage": passage, "Sentence": _sentence(), "Echo": _echo()}


def _sentence() -> Schema:
    return record(
        {
            "block": number("Nummeret på det stykke af teksten, sætningen står i. Det første er 0."),
            "start": number("Sætningens første tegn i stykket. Det første er 0; hvert Unicode-tegn tæller én."),
            "end": number("Tegnet efter sætningens sidste."),
            "text": text("Sætningen."),
            "same": many("Kolonner, der har sætningen ord for ord.", _REFS),
            "near": many("Kolonner, der har den næsten ens.", _REFS),
        }
    )


def _echo() -> Schema:
    return record(
        {
            "ref": text("Kolonnen, som afsnittet hører til."),
            **_section_of("Afsnittet"),
            "confidence": choice(
                "Hvor sikkert det er: confirmed (bekræftet af en person), sure (sikkert), fairly_sure (ret sikkert) eller "
                "unsure (usikkert).",
                Confidence,
            ),
            "score": number("Hvor meget afsnittet ligner, fra 0 til 1.", most=1),
        }
    )


def _property_row() -> Schema:
    cell = record(
        {
            "ref": text(_REF),
            "value": text("Værdien: en dato som 2015-10-05, eller dokumentets egne ord. Tom, når det ikke står der."),
        }
    )
    return record(
        {
            "name": choice("Egenskaben.", PropertyName),
            "label": text("Hvad egenskaben hedder på læserens sprog."),
            "verdict": _verdict(),
            "groups": _groups(),
            "cells": many("Hvad hvert dokument siger, i kolonnernes rækkefølge.", cell),
        }
    )


def _shared() -> dict[str, Schema]:
    copy = record(
        {
            "ref": text("Kolonnen, som har teksten."),
            **_section_of("Afsnittet, teksten står i"),
            "block": number("Nummeret på det stykke af afsnittet, teksten er. Det første er 0."),
            "text": text("Hvordan den står der."),
            "similarity": number("Hvor ens den er med den fælles ordlyd, fra 0 til 1.", most=1),
            "changes": part.spans(
                "Fra den fælles ordlyd (old) til denne (new). Sat sammen er de de to tekster. Tom, når de er ens."
            ),
        }
    )
    shared = record(
        {
            "text": text("Den ordlyd, som flest har."),
            "copies": many("Hvor teksten står.", known("Copy")),
        }
    )
    return {"SharedText": shared, "Copy": copy}

"""Why each file was made: for `qstd build --explain`."""

from collections.abc import Iterator

from qstd.language import fill
from qstd.verbs.building import Built
from qstd.verbs.building.making import Change, Reason

N_ = str  # marks a Danish text that is translated where it is shown
_NAMED = 3  # things that one line names
_KINDS = {
    "standard": N_("standarden {name} er ændret"),
    "past": N_("en tidligere udgave af {name} er kommet til"),
    "folder": N_("filerne fra {name} er ændret"),
    "look": N_("udseendet ({name}) er ændret"),
    "alignments": N_("det, der er sagt om afsnittene i alignments.yaml, er ændret"),
    "day": N_("det er en anden dag"),
    "value": N_("rammen om siden er ændret"),
    "bytes": N_("filen selv er ændret"),
}
_NEW, _GONE = N_("standarden {name} er kommet til"), N_("standarden {name} er væk")


def reasons(built: Built, language: str) -> Iterator[str]:
    """Yield a line for each step that was made, and one for those whose files were kept from an earlier build; one where
    there are neither.
    """
    for each in built.made:
        yield f"{', '.join(each.paths)}: {_reason(each, language)}"
    if not built.made and not built.kept:
        yield fill("Intet er lavet igen: alt er, som det var.", {}, language)
    if built.kept:
        values = {"count": built.kept}
        yield fill("Hentet fra tidligere bygninger, fordi alt var, som det var dengang: {count}.", values, language)


def _reason(one: Reason, language: str) -> str:
    if one.new:
        return fill("ny", {}, language)
    if one.missing:
        return fill("filen på siden manglede eller var ændret", {}, language)
    said = list(dict.fromkeys(_said(name, how, language) for name, how in one.changed))
    if not said:
        return fill("programmet, eller det du har valgt, er et andet", {}, language)
    more = [fill("og {count} til", {"count": len(said) - _NAMED}, language)] if len(said) > _NAMED else []
    return ", ".join((*said[:_NAMED], *more))


def _said(name: str, how: Change, language: str) -> str:
    kind, _, rest = name.partition(":")
    words = _KINDS[kind]
    if kind == "standard":
        words = {"new": _NEW, "gone": _GONE, "other": words}[how]
    return fill(words, {"name": rest.partition(":")[0].partition("@")[0] or "standards"}, language)

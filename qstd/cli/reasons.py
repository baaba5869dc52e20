"""Why each file was made: for `qstd build --explain`."""

from collections.abc import Iterator

from qstd.language import fill
from qstd.verbs.building import Built
from qstd.verbs.building.making import Stale

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
        yield f"{', '.join(each.step.paths)}: {_reason(each, language)}"
    if not built.made and not built.kept:
        yield fill("Intet er lavet igen: alt er, som det var.", {}, language)
    if built.kept:
        values = {"count": built.kept}
        yield fill("Hentet fra tidligere bygninger, fordi alt var, som det var dengang: {count}.", values, language)


def _reason(one: Stale, language: str) -> str:
    if one.before is None:
        return fill("ny", {}, language)
    if one.same_key:
        return fill("filen på siden manglede eller var ændret", {}, language)
    said = [_said(name, one, language) for name in one.changed]
    if not said:
        return fill("programmet, eller det du har valgt, er et andet", {}, language)
    said = list(dict.fromkeys(said))
    more = [fill("og {count} til", {"count": len(said) - _NAMED}, language)] if len(said) > _NAMED else []
    return ", ".join((*said[:_NAMED], *more))


def _said(name: str, one: Stale, language: str) -> str:
    kind, _, rest = name.partition(":")
    words = _KINDS[kind]
    if kind == "standard":
        words = _NEW if name not in (one.before or {}) else _GONE if name not in one.reads else words
    return fill(words, {"name": rest.partition(":")[0].partition("@")[0] or "standards"}, language)

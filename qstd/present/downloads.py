"""The files that pages offer, each with the kind of file and what it is good for."""

from collections.abc import Collection

from qstd.language import translator
from qstd.model.download import Download


def standard_downloads(slug: str, language: str = "da") -> tuple[Download, ...]:
    """Return the files of a standard."""
    _ = translator(language)
    return (
        Download(_("Hent som PDF"), f"{slug}.pdf", "PDF", _("til at læse, sende og skrive ud")),
        Download(_("Hent som Word"), f"{slug}.docx", "Word", _("til at arbejde videre i teksten")),
        Download(_("Hent som data (JSON)"), f"{slug}.json", "JSON", _("til programmer, der skal bruge oplysningerne")),
    )


def municipality_downloads(language: str = "da") -> tuple[Download, ...]:
    """Return the files of all standards of a municipality."""
    _ = translator(language)
    return (
        Download(_("Hent alle standarder som PDF"), "samlet.pdf", "PDF", _("et hæfte med indholdsfortegnelse")),
        Download(_("Hent alle standarder som Word"), "samlet.docx", "Word", _("til dagsordener og høringer")),
        Download(_("Hent listen som data (JSON)"), "standarder.json", "JSON Feed", _("til hjemmesidens system")),
        _news(language),
    )


def comparison_downloads(service: str, suffixes: Collection[str], language: str = "da") -> tuple[Download, ...]:
    """Return the files of a comparison that there are, by their suffixes."""
    _ = translator(language)
    known = {
        "pdf": (_("Hent som PDF"), "PDF", _("til at læse og skrive ud")),
        "docx": (_("Hent som Word"), "Word", _("til dagsordener og notater")),
        "xlsx": (_("Hent som Excel"), "Excel", _("til at sortere og filtrere")),
        "csv": (_("Hent som CSV"), "CSV", _("til regneark og statistik")),
        "json": (_("Hent som data (JSON)"), "JSON", _("til programmer")),
    }
    return tuple(
        Download(label, f"{service}.{suffix}", kind, purpose)
        for suffix, (label, kind, purpose) in known.items()
        if suffix in suffixes
    )


def service_downloads(
    folder: str, service: str, suffixes: Collection[str], language: str = "da"
) -> tuple[Download, ...]:
    """Return what the page of a service offers: the files of its comparison in `folder` (a path that ends with a slash),
    and its feed.
    """
    _ = translator(language)
    files = (
        each._replace(
            label=_("Hent sammenligningen som {type}").format(type=each.type), address=f"{folder}{each.address}"
        )
        for each in comparison_downloads(service, suffixes, language)
    )
    return (*files, _news(language))


def _news(language: str) -> Download:
    _ = translator(language)
    return Download(_("Følg ændringer (Atom)"), "feed.xml", "Atom", _("giver besked om nye og ændrede standarder"))

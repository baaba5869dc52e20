"""Site: where a workspace is published, and what its pages are called, in `site.yaml` beside the municipalities' folders."""

from typing import Annotated, Literal

from qstd.model.field import FILLED, Danish, Pattern, Record, record


@record
class SiteFile(Record):
    """What `site.yaml` says. Without a `url` nothing that needs whole addresses is made: sitemap, canonical addresses."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    url: Annotated[
        Annotated[str, Pattern(r"https?://[^\s?#]+")] | None,
        Danish("Adressen, som siderne får på nettet, fx https://www.eksempel.dk/kvalitetsstandarder/."),
    ] = None
    name: Annotated[
        Annotated[str, Pattern(FILLED)] | None, Danish("Hvad siderne hedder, fx Kvalitetsstandarder i Region Sjælland.")
    ] = None
    publish: Annotated[
        Annotated[str, Pattern(FILLED)] | None,
        Danish("Hvor `qstd publish` sender siderne hen: en mappe eller en adresse, fx sftp://bruger@eksempel.dk/www."),
    ] = None

"""What is chosen for a site: by whoever builds it, and by `site.yaml`."""

from dataclasses import replace

from qstd import workspace
from qstd.model.finding import Finding, Message, Place, message
from qstd.site.choices import Choices
from qstd.workspace import SITE_FILE, Workspace


def choices(home: Workspace, asked: Choices) -> tuple[Choices, tuple[Finding, ...]]:
    """Return what was asked for, with what `site.yaml` says of the site, and what is wrong there."""
    path = home.standards / SITE_FILE
    if not workspace.exists(path):
        return asked, ()
    name = f"standards/{SITE_FILE}"
    from qstd.readers.yaml_file import read_site

    try:
        source = read_site(workspace.read(path), name)
    except OSError as error:
        what = message("Filen kan ikke læses: {reason}.", reason=Message(workspace.reason(error)))
        hint = message("Se efter, om filen findes, og om du må læse den.")
        return asked, (Finding("Y014", "error", what, Place(name), hint),)
    site = source.record
    url = f"{site.url.rstrip('/')}/" if site and site.url else ""
    return replace(asked, url=url, name=(site.name or "") if site else ""), source.findings

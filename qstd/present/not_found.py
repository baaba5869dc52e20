"""The page that servers show where there is none."""

from qstd.language import translator
from qstd.model.document import Document, Heading, Item, Items, Link, Paragraph, Text


def not_found_document(home: str = "", language: str = "da") -> Document:
    """Lay out the page. It is shown at any address, so that `home`, the site's root, is a whole path ("/" or "/hjaelp/");
    without one it leads nowhere on the site.
    """
    _ = translator(language)
    title = _("Siden findes ikke")
    lead = _("Siden kan være flyttet eller fjernet, eller der er en fejl i adressen.")
    ways = [
        Item((Paragraph((Link(f"{home}index.html#{anchor}", (Text(words),)),)),))
        for anchor, words in (("ydelser", _("Find hjælpen efter ydelse")), ("kommuner", _("Find din kommune")))
    ]
    alone = Paragraph((Text(_("Gå tilbage med browserens tilbageknap, eller begynd forfra på kommunens hjemmeside.")),))
    return Document(
        title=title,
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(lead),), "lead"),
            *((Items(tuple(ways)),) if home else (alone,)),
        ),
        kind="missing",
        short_title=title,
        language="da-DK" if language == "da" else "en-GB",
    )

"""Where things are on the site."""

COMPARE, SERVICES, DATA = "sammenlign", "ydelse", "data"
REPORT, SEARCH, MISSING, FEED = "eftersyn.html", "soeg.html", "404.html", "feed.xml"
WHEEL, CALENDAR = "aarshjul.html", "aarshjul.ics"
BOOKLET = "samlet"
FORWARD = "../../"
"""From a page of a standard, a service or a comparison to the root of the site."""
OWN_FOLDERS = frozenset((COMPARE, SERVICES, DATA, "assets", "pagefind"))
"""Folders of the site that no municipality can be called by."""

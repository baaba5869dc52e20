"""Where things are: whole addresses where the site has one, else relative to the folder of the standard's page."""

import re
from dataclasses import dataclass
from urllib.parse import quote

# What no address may hold, also one with letters beyond ASCII.
_NOT_IN_ADDRESSES = re.compile('[\x00-\x20<>"{}|\\\\^`\x7f-\xa0\ud800-\udfff\ufffe\uffff]')


def iri(address: str) -> str:
    """Return an address that people wrote as one that machines take."""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0], safe="", errors="replace"), address)


def root(site_url: str) -> str:
    """Return the site's address with a slash at its end; empty where it has none."""
    return f"{iri(site_url).rstrip('/')}/" if site_url else ""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses in the files of one standard. `ref` is `municipality/slug`; `inside` its own data they are shorter."""

    site_url: str
    ref: str
    inside: bool = False

    @property
    def page(self) -> str:
        """The standard's page for people."""
        return self.beside("index.html")

    @property
    def municipality(self) -> str:
        """The municipality as a thing, not its page."""
        return self.below(self.ref.partition("/")[0] + "/index.html#municipality")

    @property
    def area(self) -> str:
        """The area that the municipality covers."""
        return self.below(self.ref.partition("/")[0] + "/index.html#area")

    @property
    def dataset(self) -> str:
        """The municipality's data set in the catalogue."""
        return self.below(f"data/catalog.jsonld#{self.ref.partition('/')[0]}")

    @property
    def file(self) -> str:
        """The standard's own data."""
        return self.beside(quote(self.ref.rpartition("/")[2]) + ".jsonld")

    def own(self, name: str) -> str:
        """A thing that the standard's own data tells of, by its name there."""
        return f"#{name}" if self.inside else f"{self.file}#{name}"

    def beside(self, file: str) -> str:
        """A file in the folder of the standard's page."""
        return f"{root(self.site_url)}{quote(self.ref)}/{file}" if self.site_url else file

    def below(self, path: str) -> str:
        """A file of the site, by its path there."""
        return root(self.site_url) + path if self.site_url else "../" * (self.ref.count("/") + 1) + path

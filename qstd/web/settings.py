"""Settings: what whoever starts the editor has decided, and the secrets of this run."""

import re
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qstd import depot, workspace
from qstd.verbs.editing.journals import own_folder
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.web.security.proxy import Proxy

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine to itself."""
_SECRET = re.compile(rb"[0-9a-f]{64}\n")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the editor runs. `origins` are the addresses under which it answers ("http://127.0.0.1:8131"); `token` opens a
    session, in this run only, and so does `ticket`, once: it stands among the words with which the browser was started, where
    others on this machine may see it; `secret` signs sessions, so it is kept from run to run; `person` is whoever sits at this
    machine; `proxy` says who tells us who somebody is, None on one's own machine.
    """

    origins: tuple[str, ...]
    secret: bytes
    language: str = "da"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    ticket: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    person: str = ""
    proxy: "Proxy | None" = None
    debug: bool = False

    @property
    def cookie(self) -> str:
        """The name of the session's cookie. It carries the port: to a browser all ports of a machine share theirs."""
        scheme, _, name = self.origins[0].partition("://")
        port = name.rpartition(":")[2] if ":" in name else ""
        own = f"qstd-{port}" if port.isdecimal() else "qstd"
        return f"__Host-{own}" if scheme == "https" else own

    @property
    def is_encrypted(self) -> bool:
        """Whether people come by https."""
        return self.origins[0].startswith("https://")


def local(port: int, secret: bytes, language: str = "da", person: str = "", debug: bool = False) -> Settings:
    """Return the settings of an editor for whoever sits at this machine."""
    return Settings(origins(port), secret, language, person=person, debug=debug)


def origins(port: int) -> tuple[str, ...]:
    """Return the addresses of a server on this machine."""
    suffix = "" if port == 80 else f":{port}"
    return tuple(f"http://{host}{suffix}" for host in HOSTS)


def secret(home: Workspace) -> bytes:
    """Return the secret that signs the sessions of a workspace, made when it is first asked for. Raises OSError."""
    path = own_folder(home) / "secret"
    kept = workspace.read(path) if workspace.is_file(path) else b""
    if not _SECRET.fullmatch(kept):
        made = secrets.token_hex(32).encode() + b"\n"
        depot.keep(path, made, len(kept), 0)
        kept = made
    return kept

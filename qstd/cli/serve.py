"""`qstd serve`: the editor, for whoever sits at this machine, or behind a login for a whole municipality."""

import sys
import threading
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.web.security.proxy import Proxy
    from qstd.web.settings import Settings

N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--port", type=_port, metavar="TAL", help="hvilken port; 0 er en, der er ledig; uden: 8131, hvis den er ledig"
    )
    parser.add_argument("--no-browser", action="store_true", help="åbn ikke browseren, vis kun adressen")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRESSE", help="andre adresser end denne maskines egen kræver --auth"
    )
    parser.add_argument(
        "--auth", type=Path, metavar="FIL", help="en YAML-fil, der siger, hvem der lukker folk ind; se docs/security.md"
    )
    parser.add_argument("--debug", action="store_true", help="vis i terminalen, hvor det gik galt")
    place.language_option(parser)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) > 65_535:
        raise ArgumentTypeError(f"skriv et tal fra 0 til 65535: {text}")
    return int(text)


def run(arguments: Namespace) -> int:
    """Serve the workspace until somebody stops it."""
    language = arguments.lang
    home = place.home()
    if home is None:
        return place.no_workspace(language)
    try:
        from qstd.web import app, server
    except ImportError as error:
        what = fill("Det kræver et bibliotek, der ikke er installeret: {name}.", {"name": error.name or "?"}, language)
        place.complain(what, fill("Installer qstd igen, så følger det med.", {}, language), language)
        return 1
    proxy: tuple[str, Proxy] | None = None
    if arguments.auth is not None:
        proxy = _proxy(arguments.auth, language)
        if proxy is None:
            return 2
    elif not server.is_loopback(arguments.host):
        what = fill("Editoren kan ikke nås af andre uden et login foran: {host}.", {"host": arguments.host}, language)
        place.complain(what, fill("Se i docs/security.md, hvordan --auth bruges.", {}, language), language)
        return 2
    try:
        listening = server.bound(arguments.host, arguments.port)
    except OSError as error:
        values = {"host": arguments.host, "port": arguments.port or 0, "reason": error.strerror or str(error)}
        what = fill("Der kan ikke svares på {host}, port {port}: {reason}.", values, language)
        place.complain(what, fill("Vælg en anden med --port, eller udelad den.", {}, language), language)
        return 1
    with listening:
        settings = _settings(arguments, home, listening.getsockname()[1], proxy)
        _log(arguments.debug)
        with suppress(KeyboardInterrupt):
            editor = app.editor(home, settings)
            _tell(settings, arguments.no_browser)
            server.run(editor, listening, arguments.debug)
    print(fill("Editoren er stoppet.", {}, language), file=sys.stderr)
    return 0


def _proxy(path: Path, language: str) -> "tuple[str, Proxy] | None":
    """Read the file that says who lets people in; None where it is faulty, which has then been told."""
    from qstd.web.security import auth_file

    origin, proxy, findings = auth_file.read(workspace.read(path), str(path))
    place.tell(findings, language)
    return (origin, proxy) if proxy is not None else None


def _settings(arguments: Namespace, home: Workspace, port: int, proxy: "tuple[str, Proxy] | None") -> "Settings":
    from getpass import getuser

    from qstd.web import settings

    key = settings.secret(home)
    if proxy is not None:
        origin, behind = proxy
        return settings.Settings((origin,), key, arguments.lang, proxy=behind, debug=arguments.debug)
    try:
        name = getuser()
    except (OSError, KeyError):  # an account without a name, as in a container
        name = fill(N_("mig"), {}, arguments.lang)
    return settings.local(port, key, arguments.lang, name, arguments.debug)


def _log(debug: bool) -> None:
    """Send what the server has to say to standard error."""
    import logging

    logging.basicConfig(stream=sys.stderr, level=logging.INFO if debug else logging.ERROR, format="%(message)s")


def _tell(settings: "Settings", quiet: bool) -> None:
    """Say where the editor is, and open it."""
    address = settings.origins[0]
    if settings.proxy is None:
        print(f"{address}/ind?token={settings.token}", flush=True)
        print(fill("Editoren er åben. Stop den med Ctrl-C.", {}, settings.language), file=sys.stderr)
        if not quiet:  # in a thread of its own: some browsers are waited for
            own = f"{address}/ind?token={settings.ticket}"
            threading.Thread(target=webbrowser.open, args=(own,), daemon=True).start()
    else:
        print(f"{address}/", flush=True)

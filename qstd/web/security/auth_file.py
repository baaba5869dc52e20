"""The file that says who lets people in when the editor is not on their own machine (`qstd serve --auth`)."""

import ipaddress
from dataclasses import replace
from typing import Annotated, Literal

from qstd.model.field import FILLED, Danish, Pattern, Record, record
from qstd.model.finding import Finding, Message, Path, message
from qstd.model.source import Locate
from qstd.model.validate import read as validated
from qstd.readers import explain
from qstd.readers.places import locator
from qstd.web.people import Role
from qstd.web.security.proxy import Network, Proxy
from qstd.yaml_source import parse

_EMPTY = message("Et eksempel står i docs/security.md.")
_HEADER = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"
Filled = Annotated[str, Pattern(FILLED)]


@record
class HeaderNames(Record):
    """In which headers the proxy says who somebody is."""

    person: Annotated[
        Annotated[str, Pattern(_HEADER)], Danish("Overskriften med det, der skelner personer, fx X-Forwarded-User.")
    ]
    name: Annotated[
        Annotated[str, Pattern(_HEADER)] | None, Danish("Overskriften med personens navn, som andre ser det.")
    ] = None
    groups: Annotated[Annotated[str, Pattern(_HEADER)] | None, Danish("Overskriften med personens grupper.")] = None
    separator: Annotated[Filled, Danish("Hvad der står mellem grupperne. Uden: komma.")] = ","


@record
class Members(Record):
    """Who has a role."""

    people: Annotated[tuple[Filled, ...], Danish("Personer, som proxyen kalder dem.")] = ()
    groups: Annotated[tuple[Filled, ...], Danish("Grupper, som proxyen kalder dem.")] = ()


@record
class Roles(Record):
    """Who may read, who may write too, and who may publish and approve as well."""

    reader: Annotated[Members | None, Danish("De, der må læse.")] = None
    author: Annotated[Members | None, Danish("De, der må læse og skrive.")] = None
    approver: Annotated[Members | None, Danish("De, der også må udgive og godkende.")] = None


@record
class AuthFile(Record):
    """What the file says."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    origin: Annotated[
        Annotated[str, Pattern(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")],
        Danish("Adressen, som folk bruger, uden skråstreg til sidst, fx https://standarder.eksempel.dk."),
    ]
    proxies: Annotated[tuple[Filled, ...], Danish("Proxyens adresser, fx 10.1.2.3 eller 10.1.2.0/28.")]
    headers: Annotated[HeaderNames, Danish("De overskrifter, proxyen skriver.")]
    roles: Annotated[Roles, Danish("Hvem der må hvad.")]
    everyone: Annotated[
        Literal["reader", "author", "approver"] | None,
        Danish("Rollen for alle andre, der er logget ind. Uden: ingen adgang."),
    ] = None


def read(data: bytes, file: str) -> tuple[str, Proxy | None, tuple[Finding, ...]]:
    """Read the file: the address that people use, the proxy, and what is wrong. Nothing is made of a file with a fault."""
    parsed = parse(data)
    locate = locator(file, parsed.places)
    findings = [explain.problem(each, file) for each in parsed.problems]
    if parsed.value is None or findings:
        return "", None, tuple(replace(each, hint=_EMPTY) if each.code == "Y003" else each for each in findings)
    verdict = validated(AuthFile, parsed.value)
    if verdict.record is None:
        return "", None, tuple(explain.faults(AuthFile, verdict.faults, locate, parsed.whole))
    found = verdict.record
    networks, wrong = _networks(found.proxies, locate)
    if not found.proxies:
        wrong = (_fault(("proxies",), locate, message("Der er ingen adresse på en proxy.")),)
    if wrong:
        return "", None, wrong
    return found.origin, _proxy(found, networks), _doubts(found, locate)


def _networks(texts: tuple[str, ...], locate: Locate) -> tuple[tuple[Network, ...], tuple[Finding, ...]]:
    networks, wrong = [], []
    for at, text in enumerate(texts):
        try:
            network = ipaddress.ip_network(text)
        except ValueError:
            what = message("»{text}« er ikke en IP-adresse.", text=text)
            wrong.append(_fault(("proxies", at), locate, what))
            continue
        if network.prefixlen == 0:
            wrong.append(_fault(("proxies", at), locate, message("»{text}« er alle adresser i verden.", text=text)))
        networks.append(network)
    return tuple(networks), tuple(wrong)


def _fault(path: Path, locate: Locate, what: Message) -> Finding:
    hint = message("Skriv den eller de adresser, som proxyen ringer op fra, fx 10.1.2.3.")
    return Finding("F060", "error", what, locate(path, 0), hint)


def _doubts(found: AuthFile, locate: Locate) -> tuple[Finding, ...]:
    """Say that nobody gets in, or that groups are named which no header tells."""
    members = [each for each in (found.roles.reader, found.roles.author, found.roles.approver) if each]
    if found.everyone is None and not any(each.people or each.groups for each in members):
        what = message("Ingen har en rolle, så ingen kan komme ind.")
        hint = message("Nævn personer eller grupper under »roles:«, eller skriv »everyone: reader«.")
        return (Finding("F061", "warning", what, locate(("roles",), 0), hint),)
    if found.headers.groups is None and any(each.groups for each in members):
        what = message("Der er nævnt grupper, men ikke i hvilken overskrift de står.")
        return (
            Finding("F062", "warning", what, locate(("headers",), 0), message("Skriv »groups:« under »headers:«.")),
        )
    return ()


def _proxy(found: AuthFile, networks: tuple[Network, ...]) -> Proxy:
    roles: tuple[tuple[Role, Members | None], ...] = (
        ("reader", found.roles.reader),
        ("author", found.roles.author),
        ("approver", found.roles.approver),
    )
    return Proxy(
        networks,
        found.headers.person,
        found.headers.name or "",
        found.headers.groups or "",
        found.headers.separator,
        tuple((role, frozenset(each.people)) for role, each in roles if each),
        tuple((role, frozenset(each.groups)) for role, each in roles if each),
        found.everyone,
    )

"""Whom the identity proxy names: its headers are believed from its own addresses only, and each only once."""

import ipaddress
from contextlib import suppress
from dataclasses import dataclass

from starlette.types import Scope

from qstd.model.finding import message
from qstd.web.people import Role
from qstd.web.refusals import Refusal
from qstd.web.security.scopes import headers

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_ORDER: tuple[Role, ...] = ("approver", "author", "reader")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who may say who somebody is, in which headers, and what role that gives: `people` and `groups` by role; `everyone`
    is the role of all others whom the proxy knows, None where they have none.
    """

    addresses: tuple[Network, ...]
    person: str
    name: str = ""
    groups: str = ""
    separator: str = ","
    people_of: tuple[tuple[Role, frozenset[str]], ...] = ()
    groups_of: tuple[tuple[Role, frozenset[str]], ...] = ()
    everyone: Role | None = None


def identity(proxy: Proxy, scope: Scope) -> tuple[str, Role]:
    """Return who asks, and their role. Raises Refusal."""
    if not _is_proxy(proxy, scope):
        raise Refusal(
            403,
            message("Editoren kan kun nås gennem kommunens login."),
            message("Brug den adresse, du har fået til editoren."),
        )
    person = _one(scope, proxy.person)
    if not person:
        raise Refusal(
            403,
            message("Dit login fortæller ikke, hvem du er."),
            message("Log ud og ind igen, og prøv så en gang til."),
        )
    role = _role(proxy, person, _one(scope, proxy.groups) if proxy.groups else "")
    if role is None:
        raise Refusal.forbidden()
    return (_one(scope, proxy.name) if proxy.name else "") or person, role


def login(proxy: Proxy, scope: Scope) -> str:
    """Return what the login calls whoever asks, most often their mail address."""
    return _one(scope, proxy.person)


def _is_proxy(proxy: Proxy, scope: Scope) -> bool:
    client = scope.get("client")
    try:
        address = ipaddress.ip_address(client[0]) if client else None
    except ValueError:
        return False
    if address is None:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in each for each in proxy.addresses)


def _one(scope: Scope, name: str) -> str:
    """Return what a header says in words that can be shown; nothing may stand in it twice: one could be forged."""
    found = headers(scope, name)
    if len(found) > 1:
        raise Refusal.of(400)
    text = found[0].strip() if found else ""
    with suppress(UnicodeDecodeError):  # else it is Latin-1, as headers were in the old days
        text = text.encode("latin-1").decode("utf-8")
    return "".join(each for each in text if each.isprintable())[:_LONGEST]


def _role(proxy: Proxy, person: str, groups: str) -> Role | None:
    """Return the highest role that somebody has, by name or by group."""
    own = {each.strip() for each in groups.split(proxy.separator)} - {""}
    people, by_group = dict(proxy.people_of), dict(proxy.groups_of)
    for role in _ORDER:
        if person in people.get(role, ()) or own & by_group.get(role, frozenset()):
            return role
    return proxy.everyone

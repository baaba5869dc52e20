"""What `qstd publish` says: what it did, and why it could not. No password is ever among the words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qstd.language import fill

if TYPE_CHECKING:
    from qstd.remote import Address, Fault, RemoteError
    from qstd.verbs.publish_list import Plan

N_ = str  # marks a Danish text that is translated where it is shown
Words = tuple[str, str]
_UNREADABLE: "dict[Fault, Words]" = {
    "scheme": (
        N_("Siderne kan ikke sendes til den slags adresser."),
        N_("Brug en mappe, sftp://vært/mappe, s3://bucket/mappe eller webdavs://vært/mappe."),
    ),
    "password": (
        N_("Der står en adgangskode i adressen. Den er ikke brugt, og den er ikke gemt."),
        N_("Tag den ud, og skriv den i miljøvariablen QSTD_PUBLISH_PASSWORD."),
    ),
    "host": (
        N_("Adressen kan ikke læses."),
        N_("Skriv den som sftp://vært/mappe, s3://bucket/mappe eller webdavs://vært/mappe."),
    ),
}
_REFUSED = {
    "lost": (
        N_("Forbindelsen til {where} blev afbrudt."),
        N_("Kør igen, når der er forbindelse: der fortsættes, hvor der blev sluppet."),
    ),
    "denied": (
        N_("Der må ikke skrives i {where}: {path}."),
        N_("Bed dem, der driver serveren, om at brugeren får lov at skrive dér."),
    ),
    "full": (
        N_("Der er ikke mere plads på {where}: {path}."),
        N_("Siderne dér virker stadig. Gør plads, og kør igen: der fortsættes, hvor der blev sluppet."),
    ),
    "missing": (N_("{where} findes ikke."), N_("Se efter, at mappen eller bucket'en er der og er stavet rigtigt.")),
    "unknown_host": (
        N_("Serveren {machine} er ikke kendt på denne maskine, og intet er sendt. Dens nøgle er {detail}."),
        N_("Spørg dem, der driver serveren, om nøglen er rigtig. Log så på én gang med ssh, og sig ja til den."),
    ),
    "changed_host": (
        N_("Serveren {machine} har en anden nøgle, end den plejer, og intet er sendt. Nøglen er nu {detail}."),
        N_("Det kan være en anden, der giver sig ud for den. Spørg dem, der driver serveren, før du gør mere."),
    ),
    "no_host": (N_("Der er ingen server, der hedder {machine}."), N_("Er adressen stavet rigtigt, og er der net?")),
    "library": (
        N_("Det, der skal til for at sende med {scheme}, er ikke installeret."),
        N_('Installér det med: pip install "qstd[publish]"'),
    ),
    "refused": (
        N_("{where} afviste {path}: {detail}."),
        N_("Er der plads på serveren, og må brugeren skrive dér? Kør så igen: der fortsættes, hvor der blev sluppet."),
    ),
    "login": (
        N_("{where} tog ikke imod den, der ville sende."),
        N_("Brugernavn og adgangskode kommer fra miljøvariablerne QSTD_PUBLISH_USER og QSTD_PUBLISH_PASSWORD."),
    ),
}
_KEYS = {
    "sftp": N_(
        "Nøgler kommer fra ssh (dens agent og ~/.ssh), brugernavn fra adressen, brugernavn og adgangskode ellers fra"
        " miljøvariablerne QSTD_PUBLISH_USER og QSTD_PUBLISH_PASSWORD."
    ),
    "s3": N_("Nøgler kommer fra AWS_ACCESS_KEY_ID og AWS_SECRET_ACCESS_KEY, AWS_PROFILE eller ~/.aws."),
}
_IN_THE_OPEN = (
    N_("Brugernavn og adgangskode ville gå ukrypteret til {where}, og intet er sendt."),
    N_("Brug webdavs:// i stedet for webdav://."),
)
_CERTIFICATE = (
    N_("Serveren {machine} kan ikke bevise, at den er den, den siger, og intet er sendt: {detail}."),
    N_("Bed dem, der driver serveren, om et gyldigt certifikat."),
)


def unreadable(fault: "Fault", language: str) -> Words:
    """Return why an address cannot be used, and what to do. The address itself is not shown: it may hold a password."""
    what, hint = _UNREADABLE[fault]
    return fill(what, {}, language), fill(hint, {}, language)


def refusal(error: "RemoteError", name: str, address: "Address | None", language: str) -> Words:
    """Return why a place could not be published to, and what to do."""
    scheme = address.scheme if address else ""
    what, hint = _REFUSED[error.kind]
    if error.kind == "login":
        what, hint = _IN_THE_OPEN if error.detail == "http" else (what, _KEYS.get(scheme, hint))
    if error.kind == "unknown_host" and scheme == "webdavs":
        what, hint = _CERTIFICATE
    values = {
        "where": name,
        "machine": address.machine if address else name,
        "path": error.path or name,
        "detail": _shown(error.detail).rstrip(".") or "?",
        "scheme": scheme,
    }
    return fill(what, values, language), fill(hint, {}, language)


def _shown(text: str) -> str:
    """Return what a server said, without what could speak to the terminal."""
    return "".join(each if each.isprintable() else " " for each in text)[:300]


def remarks(state: str, kept: Sequence[str], language: str) -> Iterator[str]:
    """Yield what people should know before anything is sent."""
    if state == "broken":
        yield fill(
            "Listen over det, der er udgivet, kan ikke læses. Filerne sammenlignes i stedet, og ingen bliver fjernet.",
            {},
            language,
        )
    for path in kept:
        yield fill(
            "{path} hører ikke til længere, men er ændret af andre og bliver liggende.", {"path": path}, language
        )


def summary(plan: "Plan", name: str, seconds: float, is_dry: bool, language: str) -> str:
    """Return what was done, or would be."""
    values = {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "removed": len(plan.removed),
        "same": len(plan.same),
        "seconds": f"{seconds:.1f}".replace(".", "," if language == "da" else "."),
        "where": name,
    }
    if is_dry:
        text = N_("Ville sende til {where}: {new} nye, {changed} ændrede; fjerne {removed}; lade {same} være.")
    else:
        text = N_("Sendt til {where}: {new} nye, {changed} ændrede; {removed} fjernet; {same} uændrede ({seconds} s).")
    return fill(text, values, language)

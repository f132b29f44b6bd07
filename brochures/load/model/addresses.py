"""Web and mail addresses as data: checked, and written as links. What is printed stays sign for sign as it is typed.

In a link everything is ASCII: other letters of a path are percent-encoded as UTF-8 (RFC 3986, 2.5), those of a host are written as IDNA
2008 has them (RFC 5891), so that every phone opens what is printed.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

import idna

SECURE = "https://"
"""How the clinic's web addresses begin. It is not printed: whoever types an address leaves it out."""

_WEB, _MAIL = "https://www.example.org", "desk@example.org"
_UNRESERVED = "-._~!$&'()*+,;=:@%"
"""Signs that stand for themselves in a path (RFC 3986, 3.3), and the percent sign of what is encoded already."""

_IN_MAIL = "!$'*+-._~"
"""Signs that stand for themselves before the @ of a link (RFC 6068, 2)."""

_FOR_EXAMPLES = re.compile(r"(?:.+\.)?(?:example\.(?:com|net|org)|example|test|invalid|localhost)", re.IGNORECASE)
"""Hosts that nobody can have (RFC 2606, 2 and 3)."""

_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NEVER = re.compile(r'[<>"\\^`{}|]')
_LONGEST_LOCAL = 64
"""Octets before the @ (RFC 5321, 4.5.3.1.1)."""

_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_ENDING = r"(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|rtf|html?|ya?ml|json|xml|zip|jpe?g|png|svg|tiff?)"
_PLACE = r"(?:com|org|net|gov|edu|mil|info|health|care|clinic|us|example)"
"""Endings of a host that is typed without anything behind it: other words may end so, too."""

_SIGN = r"[^\s<>\"“”«»]"
TYPED = re.compile(
    rf"(?:https?|ftp)://{_SIGN}+"
    rf"|\b(?:mailto|tel|sms):{_SIGN}+"
    rf"|\bwww\.{_SIGN}+"
    rf"|(?<![\w.])[\w.+%'-]*\w@(?:\w+(?:-+\w+)*\.)+[^\W\d_]{{2,}}(?!\w)"
    rf"|(?:\bdoi:\s?)?\b10\.\d{{4,9}}/{_SIGN}+"
    rf"|\b(?:\w+(?:-\w+)*\.)+(?:[a-z]{{2,}}/{_SIGN}*|{_PLACE}\b)"
    rf"|\b[\w-]+(?:[.\w-])*\.{_ENDING}\b",
    re.IGNORECASE,
)
"""An address of the web or of mail, a DOI, or the name of a file, typed among other words."""

_DOI = re.compile(r"(?:doi:\s?)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_FILE = re.compile(rf"[\w.-]+\.{_ENDING}", re.IGNORECASE)
_AFTER = re.compile(r"[.,;:!?'’…\]]+$")


def typed(text: str) -> list[tuple[int, int]]:
    """Return where addresses and names of files stand in ``text``, each from its first sign to behind its last.

    A sign of the sentence that ends behind an address is no part of it, nor a bracket that opens before it.
    """
    return [(match.start(), match.start() + len(_trimmed(match[0]))) for match in TYPED.finditer(text)]


def web_fault(text: str) -> tuple[str, str]:
    """Return what is wrong with the web address ``text``, and how it is mended; two empty texts: nothing."""
    whole = f"write the whole address, such as {_WEB}"
    if not text.lower().startswith(SECURE):
        return f"'{text}' is not a whole web address that begins with {SECURE}", whole
    if text.count("://") > 1:
        return f"'{text}' holds more than one address", "write one address, the one that patients shall open"
    found = _NEVER.search(text)
    if found or _trimmed(text) != text:
        sign = found[0] if found else text[-1]
        return (
            f"the address '{text}' holds a '{sign}', which no web address has there",
            "take it out, or copy the address from your browser",
        )
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return f"'{text}' is not a web address", whole
    if "@" in parts.netloc or not _host(parts.hostname or ""):
        return f"no web page can be at '{parts.netloc or text}'", whole
    return "", ""


def mail_fault(text: str) -> tuple[str, str]:
    """Return what is wrong with the mail address ``text``, and how it is mended; two empty texts: nothing."""
    mend = f"write one address alone, such as {_MAIL}"
    if text.count("@") > 1:
        return f"'{text}' holds more than one @", mend
    local, at, host = text.rpartition("@")
    if not at:
        return f"'{text}' has no @", f"write the whole address, such as {_MAIL}"
    if not _LOCAL.fullmatch(local) or len(local.encode()) > _LONGEST_LOCAL:
        return f"no mail can be sent to '{text}': '{local}' cannot stand before an @", mend
    if not _host(host):
        return f"no mail can be sent to '{text}': '{host}' is no place on the internet", mend
    return "", ""


def web_link(text: str) -> str:
    """Return the web address ``text`` as a link and a code hold it. Raise ``ValueError`` where it is none."""
    parts = urlsplit(text)
    host = _host(parts.hostname or "")
    if not host:
        msg = f"'{text}' is not a web address"
        raise ValueError(msg)
    port = f":{parts.port}" if parts.port else ""
    query = f"?{_encoded(parts.query, '/?')}" if parts.query else ""
    fragment = f"#{_encoded(parts.fragment, '/?')}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{port}{_encoded(parts.path, '/')}{query}{fragment}"


def mail_link(text: str) -> str:
    """Return the address that begins a mail to ``text`` (RFC 6068). Raise ``ValueError`` where no mail can be sent there."""
    local, _, host = text.rpartition("@")
    place = _host(host)
    if not place:
        msg = f"no mail can be sent to '{text}'"
        raise ValueError(msg)
    return f"mailto:{quote(local, safe=_IN_MAIL)}@{place}"


def link_of(address: str) -> str:
    """Return where ``address``, typed among other words, leads; an empty text where it leads nowhere, such as the name of a file."""
    doi = _DOI.fullmatch(address)
    if doi:
        return doi_link(doi[1])
    if "@" in address and "/" not in address:
        return "" if mail_fault(address)[0] else mail_link(address)
    if _FILE.fullmatch(address):
        return ""
    try:
        return web_link(address if "://" in address else SECURE + address)
    except ValueError:
        return ""


def doi_link(doi: str) -> str:
    """Return the address at which ``doi`` is resolved (DOI Handbook, 3.8)."""
    return f"https://doi.org/{quote(doi, safe='/:;()')}"


def shown(text: str) -> str:
    """Return the web address ``text`` as it is printed: without what every browser puts before it."""
    return text[len(SECURE) :] if text.lower().startswith(SECURE) else text


def is_for_examples(address: str) -> bool:
    """Return whether ``address``, of the web or of mail, is at a host that is kept for examples."""
    host = address.rpartition("@")[2] if "@" in address and "/" not in address else urlsplit(link_of(address)).hostname
    return bool(_FOR_EXAMPLES.fullmatch(host or ""))


def _host(name: str) -> str:
    """Return the host ``name`` in ASCII, an empty text where there can be none of that name."""
    labels = name.split(".")
    if len(labels) < len(("example", "org")) or not labels[-1] or labels[-1].isdigit():
        return ""
    try:
        return idna.encode(name, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        return ""


def _encoded(part: str, also: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=_UNRESERVED + also)


def _trimmed(address: str) -> str:
    """Return ``address`` without the signs of the sentence behind it."""
    while True:
        before = address
        address = _AFTER.sub("", address)
        if address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1]
        if address == before:
            return address

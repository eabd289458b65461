"""How text leaves in a format: what the format cannot carry, the hash of a quotation, addresses.

A character that a format cannot carry is replaced by one U+FFFD, never dropped: offsets stay true.
"""

from __future__ import annotations

import hashlib
import json
from urllib.parse import quote, urlsplit

import regex

# XML 1.0, 2.2: what no document may hold, not even written as a reference.
_NOT_XML = regex.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line ends that some readers of JSON Lines cut at, though JSON lets them stand in a string.
_LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
_BREAKING = regex.compile("[\u2028\u2029\x85]")
_MARKERS = "=+-@＝＋－＠\t\r\n'"
_ODD = regex.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")


def short_hash(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of `text` in UTF-8, by which who has the page finds it again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def json_bytes(value: object) -> bytes:
    """One JSON document on one line, without its end; every character comes back, lone surrogates too."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = _BREAKING.sub(lambda found: _LINE_ENDS[found.group()], text)
    # JSON writes a lone surrogate as Python does: `\udcff`.
    return text.encode("utf-8", "backslashreplace")


def utf8(text: str) -> bytes:
    """`text` in UTF-8; a lone surrogate, which UTF-8 has no bytes for, as U+FFFD."""
    return unicode_only(text).encode()


def unicode_only(text: str) -> str:
    """`text` with every lone surrogate replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return text


def xml_only(text: str) -> str:
    """`text` with every character that XML forbids replaced by U+FFFD; still to be escaped."""
    return _NOT_XML.sub("\ufffd", unicode_only(text))


def cell(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula.

    Where it begins with a sign that begins formulas (OWASP, *CSV Injection*), or with an apostrophe, an
    apostrophe is set before it; taking one leading apostrophe off gives every cell back as it was.
    """
    return f"'{text}" if text.startswith(tuple(_MARKERS)) else text


def uri(url: str | None) -> str | None:
    """An `http` or `https` address in the characters of RFC 3986; None for any other.

    Bangla in an address is percent-encoded as browsers do; what is encoded already stays.
    """
    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname.encode("idna").decode() if parts.hostname else ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError among them: a host that cannot be one
        return None
    if not host or ":" in host:
        return None
    rest = parts._replace(scheme="", netloc="").geturl()
    rest = _ODD.sub(lambda found: quote(found.group(), errors="replace"), rest)
    return f"{parts.scheme}://{host}{port}{rest}"


def urn(kind: str, id: str, start: int | None = None, end: int | None = None) -> str:
    """A name for one of our things that lasts and needs no server; a place in a text after RFC 5147."""
    place = "" if start is None else f"#char={start},{end}"
    return f"urn:shutro:{kind}:{quote(id, safe='', errors='replace')}{place}"

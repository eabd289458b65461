"""Addresses of pages: in one tidy form, by what page they name, and which networks may be asked.

`tidy` changes only what no server may tell apart (RFC 3986, section 6) and drops what never reaches it
(the fragment) or never chooses the page (tracking parameters), so its result can be asked. `canonical`
goes further and is for comparing only.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from unicodedata import normalize
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import regex

PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")
_TRIPLET = regex.compile(r"%([0-9A-Fa-f]{2})")
_STRAY = regex.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = "/:@!$&'()*+,;=~%"
_HOST = regex.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_AMP_END = regex.compile(r"(?:/amp(?:\.html)?|\.amp)(?=$|\.html$)")
_BEYOND = regex.compile(r"(?:%[89A-F][0-9A-F])+")  # percent-encoded letters that are no ASCII
# Percent-encoded characters that part an address or are white space: shown plain they would change it.
_PARTING = regex.compile(r"%(?:2[035F6B]|3[ABDF]|40|5[BD])", regex.I)


@dataclass(frozen=True, slots=True)
class _Data:
    tracking: frozenset[str]
    prefixes: tuple[str, ...]
    amp: frozenset[str]
    hosts: frozenset[str]
    caches: tuple[str, ...]


@cache
def _data() -> _Data:
    raw = tomllib.loads(files("shutro.capture").joinpath("data/tracking.toml").read_text("utf-8"))
    names = raw["tracking"]
    return _Data(
        frozenset(name for name in names if not name.endswith("*")),
        tuple(name[:-1] for name in names if name.endswith("*")),
        frozenset(raw["amp"]),
        frozenset(raw["hosts"]),
        tuple(raw["caches"]),
    )


def is_web(source: object) -> bool:
    """Whether a source is an address of the web and no path."""
    return str(source)[:8].lower().startswith(("http://", "https://"))


def tidy(url: str) -> str:
    """The address as it is asked: ASCII, one spelling for one address, no fragment, no tracking.

    Raises `ValueError`, its message fit for a user, when it is no http(s) address, carries a name and
    password, or has a host or port that cannot be.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:  # brackets without an end, a port that is no number or none there is
        raise ValueError(f"no address: {error}") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise ValueError("only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise ValueError("an address with a name and password is not fetched")
    host = _host(parts.hostname or "")
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    return urlunsplit((scheme, place, _path(parts.path), _query(parts.query), ""))


def _host(name: str) -> str:
    name = name.rstrip(".")
    if ":" in name:
        return f"[{IPv6Address(name)}]"
    if not name.isascii():
        import idna  # its tables take time to load, and few hosts need them

        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise ValueError(f"no host name: {error}") from None
    name = name.lower()
    if not _HOST.fullmatch(name) or len(name) > 253:
        raise ValueError("no host name in the address")
    return name


def _encoded(text: str, safe: str) -> str:
    """Percent-encoded UTF-8: what needs no encoding plain, what does in capitals."""

    def one(match: regex.Match[str]) -> str:
        letter = chr(int(match[1], 16))
        return letter if letter in _UNRESERVED else match[0].upper()

    return quote(_TRIPLET.sub(one, _STRAY.sub("%25", text)), safe=safe, errors="replace")


def _path(path: str) -> str:
    """The path without `.` and `..`, which a server resolves but robots.txt rules do not."""
    kept: list[str] = []
    steps = _encoded(path, _KEPT).split("/")[1:]
    for number, step in enumerate(steps):
        if step == "..":
            del kept[-1:]
        elif step != ".":
            kept.append(step)
            continue
        if number == len(steps) - 1:
            kept.append("")
    return "/" + "/".join(kept)


def _query(query: str) -> str:
    data = _data()
    kept = []
    for part in filter(None, query.split("&")):
        name = unquote(part.split("=", 1)[0]).lower()
        if name not in data.tracking and not name.startswith(data.prefixes):
            kept.append(_encoded(part, _KEPT + "?"))
    return "&".join(kept)


def canonical(url: str) -> str:
    """What page an address names, for comparing: AMP, mobile and `www.` forms as the plain one, by https,
    each letter of a slug in one spelling.

    Nothing says that the result itself can be asked. Raises as `tidy`.
    """
    data = _data()
    parts = urlsplit(tidy(_out_of_cache(tidy(url))))
    path = _AMP_END.sub("", _BEYOND.sub(_composed, parts.path).rstrip("/"))
    path = path.removeprefix("/amp") if path.startswith("/amp/") else path
    query = "&".join(part for part in parts.query.split("&") if part.lower() not in data.amp)
    return urlunsplit(("https", _plain(parts.netloc), path or "/", query, ""))


def _composed(match: regex.Match[str]) -> str:
    """A run of percent-encoded letters in one spelling: Unicode has two of য় and its like."""
    try:
        letters = unquote(match[0], errors="strict")
    except UnicodeDecodeError:
        return match[0]
    return quote(normalize("NFC", letters))


def host_of(url: str) -> str:
    """The host that an address stands at, by its plain name and with its port if that is no usual one.

    Raises as `tidy`.
    """
    return _plain(urlsplit(tidy(url)).netloc)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: of one host, or of a host and one under it.

    An address in a cache of AMP pages is of the site that it holds a page of. False for what is no address.
    """
    try:
        hosts = [urlsplit(canonical(url)).netloc for url in (one, other)]
    except ValueError:
        return False
    return hosts[0] == hosts[1] or any(a.endswith("." + b) for a, b in (hosts, hosts[::-1]))


def _plain(place: str) -> str:
    """A host without `www.` and the like before it."""
    labels = place.split(".")
    while len(labels) > 2 and labels[0] in _data().hosts:
        del labels[0]
    return ".".join(labels)


def _out_of_cache(url: str) -> str:
    """The address that an AMP cache's address holds; others as they are."""
    rest = url.partition("://")[2]
    for place in _data().caches:
        before, found, after = rest.partition(place + "/")
        if not found or "/" in before:
            continue
        held = after.split("/", 1)[1] if regex.match(r"[a-z]/", after) and after[0] != "s" else after
        secure = held.startswith("s/")
        return ("https://" if secure else "http://") + held.removeprefix("s/")
    return url


def readable(url: str) -> str:
    """The address as people read it: Bangla in its path decoded, nothing that could break a line."""
    if _PARTING.search(url):
        return url
    try:
        decoded = unquote(url, errors="strict")
    except UnicodeDecodeError:  # bytes that are no UTF-8 have no better spelling than their numbers
        return url
    shown = decoded.replace("\u200c", "").replace("\u200d", "")  # joiners are letters of a Bangla slug
    return decoded if shown.isprintable() and " " not in shown else url


def refused(address: str, *, allow_private: bool = False) -> str | None:
    """Why an IP address may not be asked, None where it may.

    Only addresses of the public network may; with `allow_private` loopback and private networks too.
    Link-local ones (where cloud machines keep their secrets), multicast, reserved and unspecified ones
    never. An IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64) is judged as itself.
    """
    ip = _inner(ip_address(address))
    site_local = isinstance(ip, IPv6Address) and ip.is_site_local
    if ip.is_link_local:
        return "a link-local address"
    if ip.is_multicast:
        return "a multicast address"
    if ip.is_unspecified:
        return "the unspecified address"
    if ip.is_loopback:
        return None if allow_private else "a loopback address"
    if ip.is_reserved:
        return "a reserved address"
    if not ip.is_global or site_local:
        return None if allow_private else "a private address"
    return None


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    teredo = ip.teredo
    return ip.ipv4_mapped or ip.sixtofour or (teredo[1] if teredo else None) or ip

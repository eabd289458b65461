"""What every HTML view stands on: templates that escape all text, a policy that runs none, safe links."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment(package: str = "shutro.views") -> Environment:
    """The templates of a package: all text is escaped, and a value that is not given is an error."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def policy(css: str) -> str:
    """A Content-Security-Policy that allows the style sheet `css` and nothing else."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def safe_link(url: str | None) -> str | None:
    """The address if a reader may be sent there: http and https only."""
    return url if url and url.lower().startswith(("http://", "https://")) else None

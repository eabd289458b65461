"""`shutro serve`: an archive as a web reader and an API."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from shutro.cli._archive import Where, opened


def serve_command(
    archive: Where = "shutro.db",
    host: Annotated[
        str, typer.Option(help="The address to listen on; the default is this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="Another name that readers call the site by.")
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A file with the token for writing.", exists=True, dir_okay=False),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody may write.")] = False,
    rate: Annotated[
        float, typer.Option(min=0.1, help="Requests a second that one reader may keep up.")
    ] = 25.0,
) -> None:
    """Serve an archive as a web reader, with an API under /api.

    The reader stands at http://127.0.0.1:8000 in Bangla and under /en in English. Notes and captures may
    be added by whoever sits at this machine; with a token, in SHUTRO_TOKEN or a file, by whoever has it,
    and by nobody else. Behind a proxy set a token, or serve with --read-only.

    [bold]Examples[/bold]

      shutro serve

      shutro serve --archive news.db --port 9000

      SHUTRO_TOKEN=… shutro serve --host 0.0.0.0 --name news.example
    """
    import uvicorn

    from shutro.archive.stores.address import shown
    from shutro.views.web.app import make_app
    from shutro.views.web.serving.heap import one_heap
    from shutro.views.web.serving.state import Settings

    one_heap()
    token = _token(token_file)
    with opened(archive) as held:  # one that cannot be opened is told now, and not to the first reader
        if held.read_only and not read_only:
            print("shutro: the archive may only be read here: nobody may write", file=sys.stderr)
            read_only = True
    if not token and not read_only and not _loopback(host):
        print("shutro: no token: only readers at this machine may write", file=sys.stderr)
    names = {*Settings(archive).hosts, *([host] if not _everywhere(host) else []), *(name or [])}
    settings = Settings(
        archive,
        hosts=tuple(sorted(names)),
        token=token,
        read_only=read_only,
        rate=rate,
        burst=max(1, round(10 * rate)),
        warm=True,
    )
    config = uvicorn.Config(
        make_app(settings), log_level="warning", access_log=False,
        server_header=False, proxy_headers=False, h11_max_incomplete_event_size=64 * 1024,
        timeout_keep_alive=15, limit_concurrency=200, timeout_graceful_shutdown=5,
    )  # fmt: skip
    listening = _bound(host, port)
    where = f"http://{'[' + host + ']' if ':' in host else host}:{listening.getsockname()[1]}"
    print(f"{shown(archive)} at {where} · English at {where}/en · Ctrl-C to stop", file=sys.stderr)
    uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    """A socket that listens at that address. Raises BadParameter when it can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        taken = socket.create_server((host, port), family=family)
    except OSError as error:
        number = error.errno or 0
        # Above 0 it is the system's, and has words of its own; else the resolver's, which has words alone.
        why = os.strerror(number) if number > 0 else error.strerror or str(error)
        raise typer.BadParameter(f"{host} port {port}: {why}", param_hint="--host, --port") from error
    # Opened again from its number, the socket knows that it speaks TCP; asyncio then switches Nagle's
    # algorithm off, which would hold the second half of every answer back for 40 ms.
    return socket.socket(fileno=taken.detach())


def _token(file: Path | None) -> str | None:
    """The token for writing: of the file, else of SHUTRO_TOKEN; None where there is none."""
    token = file.read_text("utf-8").strip() if file else os.environ.get("SHUTRO_TOKEN", "").strip()
    if file and not token:
        raise typer.BadParameter(f"{file}: no token in it", param_hint="--token-file")
    return token or None


def _loopback(host: str) -> bool:
    return host == "localhost" or host == "::1" or host.startswith("127.")


def _everywhere(host: str) -> bool:
    return host in ("0.0.0.0", "::")

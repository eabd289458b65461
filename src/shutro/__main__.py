"""`python -m shutro` is `shutro`."""

from shutro.cli.main import main

main()

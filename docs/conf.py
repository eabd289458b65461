"""How Sphinx builds these pages; `bash scripts/docs` does it."""

from __future__ import annotations

import sys
from pathlib import Path

from shutro import __version__

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "Shutro"
author = "The Shutro authors"
copyright = "The Shutro authors; Apache-2.0"
version = release = __version__
html_title = f"Shutro {__version__}"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
# Those of docs/extensions/.
extensions += ["commands", "floors", "pagelanguage", "paths", "rooms", "wordsearch"]
exclude_patterns = ["extensions"]
myst_heading_anchors = 3

# Docstrings are plain text with names between single backticks.
default_role = "code"
smartquotes = False  # a quotation mark or `--` of an example stays what it is
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_display_short_literal_types = True

html_theme = "furo"
html_css_files = ["bangla.css"]
# The reader's own fonts and face declarations, so that Bangla looks the same here and nothing is fetched.
html_static_path = ["static", "../src/shutro/views/web/static/fonts"]
html_copy_source = False
html_show_sphinx = False

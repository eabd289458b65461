"""A page that another names by its path in the repository, as `docs/json.md` between backticks, is a link."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class PathLinks(SphinxTransform):
    """Wraps such a literal into a reference to its page."""

    default_priority = 400

    def apply(self) -> None:
        """Every literal of the document that is a page's path and no link yet."""
        for literal in list(self.document.findall(nodes.literal)):
            path = literal.astext()
            page = path.removeprefix("docs/").removesuffix(".md")
            if path != f"docs/{page}.md" or isinstance(literal.parent, nodes.reference):
                continue
            link = addnodes.pending_xref(
                "", nodes.literal(path, path), refdomain="std", reftype="doc", reftarget=f"/{page}",
                refdoc=self.env.docname, refexplicit=True, refwarn=True,
            )  # fmt: skip
            literal.replace_self(link)


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the transform known."""
    app.add_transform(PathLinks)
    return {"parallel_read_safe": True}

from __future__ import annotations

import pytest
from tests.views.ferry import ARTICLES, ENTRIES

from shutro.views.exhibit import Exhibit, exhibit


@pytest.fixture
def story() -> Exhibit:
    """The four lines over the three articles."""
    return exhibit(ENTRIES, ARTICLES, sources={"a-ferry": "pages/1.txt"}, title="বকুলতলায় ট্রলারডুবি")

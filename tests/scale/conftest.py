from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from loguru import logger


@pytest.fixture(autouse=True)
def _quiet_logs() -> Iterator[None]:
    """What datatrove tells of its work goes nowhere; it lies in the logs of each task."""
    yield
    logger.remove()
    logging.getLogger("ray").handlers.clear()

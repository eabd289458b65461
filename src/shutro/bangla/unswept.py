"""Work that makes many small things and no cycles: the garbage collector rests while it is done."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def unswept(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Let the garbage collector rest while a function runs.

    An article's words, phrases and findings are thousands of small objects that refer down and never
    back: counting references frees them all. The collector went through them, and all that is known of
    the language, several times an article, which took an eighth of the time. It is left as it was found:
    on for the next call of anything else, off where a program has it off.
    """

    @wraps(function)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        if not gc.isenabled():
            return function(*args, **kwargs)
        gc.disable()
        try:
            return function(*args, **kwargs)
        finally:
            gc.enable()

    return run

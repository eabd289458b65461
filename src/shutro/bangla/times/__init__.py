"""Time expressions of a text with their TIMEX3 values: found by a grammar, read against a day."""

from shutro.bangla.times.expressions import times
from shutro.bangla.times.timex import TimeExpression, TimexType

__all__ = ["TimeExpression", "TimexType", "times"]

"""The sidereal year of the West Bengal almanac.

A month begins on the day after the civil day, midnight to midnight in India, in which the sun enters
a new sign: the Bengal rule, as in Reingold and Dershowitz, *Calendrical Calculations*, ch. 20. The
sun's place is the modern one, as in the Bisuddha Siddhanta almanac and the government's: true
longitude after Meeus, *Astronomical Algorithms*, ch. 25 (good to 0.01 degree, a quarter of an hour),
less the Lahiri ayanamsha (23.853 degrees at J2000, 5029.1 arc seconds a century).

Error bound: exact but where the sun enters a sign within a quarter of an hour of midnight (one month
in fifty), and one day off there at worst. The almanacs of the old reckoning (Gupta Press) put a sign's
entry some hours later and so begin about one month in eight a day after ours.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from math import floor, radians, sin

_J2000 = 730120.5  # the proleptic Gregorian ordinal of 1 January 2000, 12:00
_INDIA = 5.5 / 24  # days that India's clock is ahead of universal time
_SIDEREAL_YEAR = 365.256363
_CLOSE = 40  # halvings of the search: far below a second


def _longitude(moment: float) -> float:
    """The sidereal longitude of the sun in degrees; `moment` in days since J2000."""
    t = moment / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    aberration = 0.00569
    ayanamsha = 23.853 + 5029.1 / 3600 * t
    return (mean + centre - aberration - ayanamsha) % 360


@lru_cache(maxsize=4096)
def month_start(year: int, month: int) -> date:
    """The first day of the `month` (1 = Boishakh) of the Bengali `year`."""
    target = 30.0 * (month - 1)
    # The sun entered Aries on 13 April 2000, year 1407, 103.5 days after J2000.
    low = 103.5 + (year - 1407 + (month - 1) / 12) * _SIDEREAL_YEAR - 10
    high = low + 20
    for _ in range(_CLOSE):
        middle = (low + high) / 2
        if (_longitude(middle) - target) % 360 < 180:
            high = middle
        else:
            low = middle
    return date.fromordinal(floor(high + _INDIA + _J2000)) + timedelta(days=1)

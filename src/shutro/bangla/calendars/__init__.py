"""The calendars beside the Gregorian one, Bengali and Hijri, and what months and weekdays are called."""

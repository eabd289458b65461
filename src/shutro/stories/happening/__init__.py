"""One happening as several reports tell it: brought together, worded, linked, and weighed for a line."""

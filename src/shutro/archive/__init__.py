"""Captures and articles are kept, found, checked, and grown into stories."""

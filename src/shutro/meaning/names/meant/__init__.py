"""Whom mentions mean: in one text, and over many."""

"""Cues: the verbs and nouns that say that somebody said something."""

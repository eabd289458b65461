"""Persons, bodies and places made whole or found by what their sentence says, after all that is learnt."""

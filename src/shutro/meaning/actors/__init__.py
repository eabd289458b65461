"""Whom a text means: who has been spoken of, who holds an office, for which body somebody acts."""

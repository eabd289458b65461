"""A document taken apart into sentences: who is a subject, how far a phrase reaches, which day it is."""

"""Grammars written as data: words of a text become pieces, rules join pieces into larger ones."""

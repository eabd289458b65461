"""A sentence taken apart: words, predicates and parties, and whom the text means by them."""

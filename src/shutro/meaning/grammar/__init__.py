"""The grammar of a sentence: its words and marks, predicates, cases and quotations."""

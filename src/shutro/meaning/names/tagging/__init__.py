"""A text becomes sentences of words, and the learnt tagger says which of them are names."""

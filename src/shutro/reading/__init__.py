"""A capture becomes an article: which of a page's lines are its body, its head and its dates."""

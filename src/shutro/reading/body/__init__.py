"""Which blocks of a page are the article: where it stands, where it ends, what of it is the body."""

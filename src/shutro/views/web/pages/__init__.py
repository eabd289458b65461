"""The pages of the reader and its feeds, a file an address."""

"""Parties: everybody and everything in a sentence that could speak or act."""

"""What every page and answer shares: the archives it asks, who may write, its words and templates."""

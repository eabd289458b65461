"""What every page shares: the archives it asks, who may write, its words and templates."""

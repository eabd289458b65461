"""Who is named: the tagger's mentions made whole, under all their spellings, and whom they mean."""

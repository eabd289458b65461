"""Words side by side: which are one under several spellings, endings, scripts and slips."""

"""The Bangla language, which knows nothing of news: its bytes, words, verbs, numbers, calendars and times."""

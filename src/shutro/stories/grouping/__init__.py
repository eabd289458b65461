"""Which reports belong to one story, and which stories to one thread."""

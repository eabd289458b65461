"""Where pages come from: files and folders, archives of pages, feeds and sitemaps, the polite web."""

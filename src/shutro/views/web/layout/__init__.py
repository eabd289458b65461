"""What pages and the API show, laid out as values before a template or JSON sees it."""

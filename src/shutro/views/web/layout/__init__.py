"""What pages and feeds show, laid out as values before a template sees it."""

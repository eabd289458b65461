"""From a query to the articles that answer it."""

"""Date lines: what a page prints of its own dates, in every order that sites print them."""

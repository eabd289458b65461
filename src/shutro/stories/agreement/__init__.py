"""Where tellings differ."""

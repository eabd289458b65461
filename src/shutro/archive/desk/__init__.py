"""What the archive tells of its reports: names, people, outlets, readings, notes."""

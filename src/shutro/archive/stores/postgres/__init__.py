"""The store in a database that several machines share."""

"""Stories and threads that grow as reports are added."""

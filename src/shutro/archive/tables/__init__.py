"""The tables of an archive and their rows: the SQL that both stores share."""

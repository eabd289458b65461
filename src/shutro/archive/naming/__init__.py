"""What an article's findings say of who is named in it, and which of several people of a name is meant."""

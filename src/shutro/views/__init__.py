"""What is shown: a story laid out once, and every way it is shown or handed on."""

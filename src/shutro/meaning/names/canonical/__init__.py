"""A printed name becomes the bare one: without its ending, as the full name it is short for, spelt right."""

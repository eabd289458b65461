"""What reports tell, on which day it was, and what of it a reader must see."""

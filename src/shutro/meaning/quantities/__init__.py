"""Who counts what: amounts, what is counted, and the day it holds for."""

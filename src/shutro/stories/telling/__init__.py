"""What one report tells, cut into runs of sentences, each on the day it tells of."""

"""The same rooms at work on more pages than one process reads: steps of datatrove, from files to Parquet."""

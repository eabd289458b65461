"""The tagger's mentions set right by the words beside them. The tagger learns from sentences mended so."""

"""Words as print has them: cut out, spelt, inflected, heard, counted, and set side by side."""

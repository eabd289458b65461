"""An article becomes findings: who is named, who says what, what is done and counted, and when."""

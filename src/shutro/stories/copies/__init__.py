"""Which reports were made from one text, and who printed it first."""

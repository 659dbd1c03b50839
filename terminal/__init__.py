"""The terminal: one command is one file in ``commands``; what they share stands beside it."""

"""The demonstration data, and the government decision that it grew from."""

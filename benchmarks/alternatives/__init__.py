"""What a user would use instead."""

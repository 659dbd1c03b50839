"""Who owns this, until when, and what falls between the chairs when they stop."""

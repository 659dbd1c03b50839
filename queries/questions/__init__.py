"""The catalogue: one question a file, and where Cypher is not enough, a module of the same name beside it."""

"""One file a rule: each finds the values of a field, with the words that they rest on."""

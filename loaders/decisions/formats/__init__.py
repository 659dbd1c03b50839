"""One file a format: each gives the blocks of a document, or says why it can't."""

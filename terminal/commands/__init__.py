"""The commands, one a file, each declaring itself as ``COMMAND``."""

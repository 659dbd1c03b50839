"""Sources in: tables and decisions are read, checked and loaded."""

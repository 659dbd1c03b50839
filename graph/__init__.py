"""What exists and where it is stored: the model, the engines, the connection, schema and writing."""

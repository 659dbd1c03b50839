"""The embedded engine: one server for each data folder, started on demand, shared by a user's processes."""

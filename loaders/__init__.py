"""Sources in: tables and decisions are read, checked and loaded.

Nothing is imported here, so that a command that reads no workbook does not wait for the library that does: see
``loaders.loading`` (load), ``loaders.reading`` (read_paths), ``loaders.checking`` (check), ``loaders.report`` and
``loaders.template``.
"""

"""The graph and its answers as files for others: formats, report, handover package, calendar."""

"""The report: what a coordinator sends the ministry for a period."""

from __future__ import annotations

from ansvarskarta.exports.report.writing import report, write_report

__all__ = ["report", "write_report"]

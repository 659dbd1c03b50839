"""What anybody would write first: the rows of the tables, read and written with the ``csv`` module.

python -m benchmarks.alternatives.csv_copy TABLES OUT
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path


def main() -> None:
    """Copies every table, row by row."""
    tables, out = map(Path, sys.argv[1:])
    out.mkdir()
    for path in sorted(tables.glob("*.csv")):
        with (
            path.open(encoding="utf-8", newline="") as source,
            (out / path.name).open("w", encoding="utf-8", newline="") as target,
        ):
            rows = csv.DictReader(source)
            writer = csv.DictWriter(target, rows.fieldnames or ())
            writer.writeheader()
            for row in rows:
                writer.writerow(row)


if __name__ == "__main__":
    main()

"""What is measured, beside what a user would use instead."""

import sys
from pathlib import Path

# What the tests have to start engines, servers and browsers serves here too.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

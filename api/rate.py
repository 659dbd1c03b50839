"""How much one visitor may ask: a number of requests in each minute, and a size of what is posted."""

from __future__ import annotations

import threading
import time
from collections import Counter

PER_MINUTE = 600
MOST_BYTES = 1_000_000
MOST_IDS = 5_000


class Rate:
    """Counts requests by visitor in the running minute."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._minute = 0
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def wait(self, visitor: str) -> int:
        """Counts one request; the seconds to wait where it is one too many, else 0."""
        now = time.time()
        with self._lock:
            if int(now // 60) != self._minute:
                self._minute = int(now // 60)
                self._counts.clear()
            self._counts[visitor] += 1
            return int(60 - now % 60) + 1 if self._counts[visitor] > self._per_minute else 0

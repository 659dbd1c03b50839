"""Locks hold between threads and processes, and end with their holder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ansvarskarta.graph.embedded.locks import Lock, is_held

HOLD = """
import sys, time
from pathlib import Path
from ansvarskarta.graph.embedded.locks import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(60)
"""


def test_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert not is_held(path)
    with Lock(path) as first:
        assert first.take()
        assert is_held(path)
        assert not Lock(path).take(wait=0.05)
    assert not is_held(path)
    with Lock(path) as second:
        assert second.take()


def test_asking_does_not_make_the_file(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert is_held(path)
        holder.kill()
        holder.wait()
        assert not is_held(path)


def test_a_removed_lock_is_not_taken_on_the_file_that_was(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with Lock(path) as first:
        assert first.take()
        path.unlink()
        with Lock(path) as second:
            assert second.take(), "the new file is another lock"
            first.release()
            assert is_held(path)

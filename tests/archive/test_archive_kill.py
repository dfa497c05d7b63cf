"""A killed program loses nothing that it answered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="the loop forks and kills with signal 9")
def test_thirty_kills_at_random_moments_lose_nothing() -> None:
    call = [sys.executable, str(Path(__file__).with_name("kill_loop.py")), "--kills", "30"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "0 lost, 0 phantom, 0 unreadable" in done.stdout

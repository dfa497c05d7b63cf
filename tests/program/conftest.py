"""Every test of the program has a fresh computer to itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from program.program import Program

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)

"""To be written."""

from __future__ import annotations

from typing import Any


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""

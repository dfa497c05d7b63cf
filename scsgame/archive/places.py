"""Where saves and settings lie on this computer."""

from __future__ import annotations

import os
from pathlib import Path


def default_folder() -> Path:
    """Return the folder of the saves: what SCSGAME_SAVES says, else `saves/` of a checkout, else the user's data folder."""
    told = os.environ.get("SCSGAME_SAVES", "").strip()
    if told:
        return Path(told).expanduser().absolute()
    beside = Path(__file__).resolve().parents[2]
    if (beside / "pyproject.toml").is_file():
        return beside / "saves"
    from platformdirs import user_data_path

    return user_data_path("scsgame", appauthor=False) / "saves"


def settings_folder() -> Path:
    """Return the folder of the settings: what SCSGAME_CONFIG says, else the user's folder for such things."""
    told = os.environ.get("SCSGAME_CONFIG", "").strip()
    if told:
        return Path(told).expanduser().absolute()
    from platformdirs import user_config_path

    return user_config_path("scsgame", appauthor=False)

"""A life in play, with its save under it: what every front end is handed.

player  one life: moves go into the save before their result comes back
house   what there is to live, what has been lived, the settings
"""

from scsgame.session.house import House, Item, Played, Switch, Switched
from scsgame.session.player import Player

__all__ = ["House", "Item", "Played", "Player", "Switch", "Switched"]

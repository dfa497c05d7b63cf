"""Saves that survive a pulled plug. A save is the seed and the choices, never a picture of a moment.

One life is one file, `<name>-<letters>.scslife.jsonl`, that only grows. Every line is one JSON object with its number
`n` and its checksum `crc`; the first tells whose life it is, each later one holds one move. A move is on the disk
before its result is shown. Any program that reads JSON Lines can read a save (`jq .move`), also while it is played.

shelf      the folder of lives: create, list, find, open, check, export, rescue, delete
journal    one life that is open: its moves, and the one way to add another
reading    what a file says as far as it can be trusted, and a sentence about its state
header     the first line; moves: the later ones; lines: the checksum that every line carries
names      what a save is called; places: where saves and settings lie
settings   what the player set; a small file that is replaced in one step
disk       the few things asked of a disk; lock: one writer at a time
refusals   the errors, each a sentence:

    SaveError            something about a save went wrong
      NoSuchSave         no life goes by this name, or several do
      SaveInUse          another program is playing it
      NotASave           empty, foreign, too large, a link, a pipe, not readable
      NewerSave          made by a later scsgame; left alone
      DamagedSave        changed inside; `.whole` choices before the damage can be trusted
      NotSaved           what was just chosen is not on the disk

A file is *whole*; or *torn* (its last line was cut off: told, and cut away by the next move); or *damaged*, *newer* or
*foreign*, and then it is never written to.
"""

from scsgame.archive.disk import Disk
from scsgame.archive.header import FORMAT, Header, PackStamp
from scsgame.archive.journal import Journal
from scsgame.archive.moves import Move
from scsgame.archive.places import default_folder, settings_folder
from scsgame.archive.reading import State
from scsgame.archive.refusals import (
    DamagedSave,
    NewerSave,
    NoSuchSave,
    NotASave,
    NotSaved,
    SaveError,
    SaveInUse,
)
from scsgame.archive.settings import Settings, load_settings, store_settings
from scsgame.archive.shelf import Entry, Shelf

__all__ = [
    "FORMAT",
    "DamagedSave",
    "Disk",
    "Entry",
    "Header",
    "Journal",
    "Move",
    "NewerSave",
    "NoSuchSave",
    "NotASave",
    "NotSaved",
    "PackStamp",
    "SaveError",
    "SaveInUse",
    "Settings",
    "Shelf",
    "State",
    "default_folder",
    "load_settings",
    "settings_folder",
    "store_settings",
]

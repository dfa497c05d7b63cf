"""Refusals: what the engine, the save and the content say when something can not be done. Each is a sentence.

Anything else that is raised is a mistake of ours, and is not hidden.
"""

from __future__ import annotations

from scsgame.tongue import phrase


def title_of(refusal: Exception) -> str:
    """Return the head under which a refusal is shown, or "" where it is no refusal but a mistake of ours."""
    from scsgame.archive.refusals import SaveError
    from scsgame.game.pleas import IllegalMove
    from scsgame.packs.problems import PackError

    if isinstance(refusal, SaveError):
        return phrase("refusal.save", "The save")
    if isinstance(refusal, IllegalMove):
        return phrase("refusal.move", "That cannot be done")
    return phrase("refusal.content", "The content cannot be played") if isinstance(refusal, PackError) else ""


def sentence(refusal: Exception) -> str:
    """Return a refusal as a sentence: with a capital and a full stop."""
    read = getattr(refusal, "read", None)
    words = str(read() if read is not None else refusal).strip()
    if words.endswith((".", "!", "?", "。", "！", "？")):
        return words[:1].upper() + words[1:]
    return phrase("sentence", "{words}.", words=words[:1].upper() + words[1:])

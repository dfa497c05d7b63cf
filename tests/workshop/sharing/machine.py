"""Packs for these tests, and how they are written to the disk."""


def written(folder, files):
    """Write a pack's files into a folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def village(version="1.0.0", more="", title="The village"):
    """Return a pack with one regime, which extends the game's own."""
    return {
        "pack.yaml": f"pack: village\nformat: 1\nversion: {version}\ntitle: {title}\nabout: A place.\nauthors: [Ada]\nlicence: CC0\n{more}",
        "regimes/village/regime.yaml": "regime: village\nextends: town\ntitle: The village\n",
    }

"""The author's workshop: making, proving, testing, reading and sharing packs."""

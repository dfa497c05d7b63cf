"""The screens, one a file. A screen asks a player or a house, and paints what comes back."""

"""What stands on a screen: few widgets, each drawing a whole list, ledger or strip by itself."""

"""The dialog of a formula: its LaTeX, its picture as it is printed, common forms to choose from."""

"""What a person sets: the sheet of an issue, the hand on its stories; kept in the store, taken back on request."""

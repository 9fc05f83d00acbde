"""What a person has set, kept in the store and taken back on request: entries of an issue, a hand on its stories."""

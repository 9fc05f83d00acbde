"""What of a text takes part in grouping: its words, names, numbers and kind, counted once for all."""

"""A page on paper: made ready, printed by the engine, tagged."""

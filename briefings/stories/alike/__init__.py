"""How much two documents speak for one event, and what stands against it."""

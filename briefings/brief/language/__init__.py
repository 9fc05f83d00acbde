"""The brief's own voice in English, Russian and Persian: its phrases, dates and place names; what it may not say."""

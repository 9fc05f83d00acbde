"""Dated events: each once, under one name, on the timeline of the period or in the week ahead."""

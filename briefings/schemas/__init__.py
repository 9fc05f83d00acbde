"""The JSON Schema of ``brief.json``; ``python -m briefings.schemas`` writes it anew."""

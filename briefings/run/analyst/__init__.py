"""What a person sees and fills in: an issue for review, the sheet of what may be set in it."""

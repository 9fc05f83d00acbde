"""What a brief is made of, sorted: the input, its period, what counts in it, who says it, what was taken back."""

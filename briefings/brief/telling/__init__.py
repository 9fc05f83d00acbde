"""What a story's sources say: its headline, their own sentences, the accounts that contradict each other."""

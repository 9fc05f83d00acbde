"""What the page says in the brief's language: words, dates, digits, and which way they run."""

"""What is much and what comes first: counts, whether they are unusual, what reports speak of, the order of stories."""

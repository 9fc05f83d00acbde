"""What sources answer: feeds, pages that list articles, JSON interfaces, lists of feeds."""

"""Documents to clusters: days in blocks, pairs linked, large stories joined, all of it remembered."""

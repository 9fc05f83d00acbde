"""The map, the timeline and the matrix, as SVG."""

"""A week of news about a region's security, turned into a dated brief."""

__version__ = "0.1.0"

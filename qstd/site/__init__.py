"""The published site: which files there are and how each is made. Nothing is made or written here until it is asked for."""

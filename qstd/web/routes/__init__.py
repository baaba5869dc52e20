"""One module for each screen: its routes turn a request into a call of a verb, and what comes back into a page."""

"""Standards and comparisons laid out as a Document, in the reader's language: what to show, where, in which words."""

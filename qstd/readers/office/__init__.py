"""What the readers of Word and OpenDocument files share."""

"""What several rules look with: passages of text, how binding a sentence is, numbers, names."""

"""What every request passes through before a screen sees it: each guard a small module that trusts none of the others."""

"""What the measurements share: taking times in turn, measuring a process of its own, printing tables."""

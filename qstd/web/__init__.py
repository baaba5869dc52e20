"""The editor: a web application on this machine in which people write, compare and publish standards."""

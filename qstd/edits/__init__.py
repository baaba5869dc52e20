"""Writing a municipality's YAML files. Only the bytes that somebody asked to change are changed."""

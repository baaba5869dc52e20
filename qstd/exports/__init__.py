"""Data for machines: a Standard or a Comparison as bytes in a format that programs read. One module for each format."""

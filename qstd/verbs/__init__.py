"""What the project can do, each verb a few lines of glue: read and check, compare, build, start a new standard."""

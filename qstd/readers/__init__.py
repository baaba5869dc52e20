"""Readers: one file per input format. They return what they read and what is wrong with it; they never raise."""

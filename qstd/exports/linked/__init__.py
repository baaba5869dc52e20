"""Linked data: a standard as CPSV-AP 3.2 and as schema.org, the catalogue of the data as DCAT-AP 3, and the vocabulary of
what those have no word for. All of it JSON-LD, with the context inside: nothing has to be fetched to read it.

JSON is written here as plain values; no RDF library is needed to make it.
"""

"""The types of the project: frozen records without behaviour; everything else is functions over them."""

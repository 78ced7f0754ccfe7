"""Forms made from the record: what stands in a file as fields, what was typed into them, what of it is different."""

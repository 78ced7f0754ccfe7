"""How a frozen dataclass becomes a contract with an author.

The annotations of a record are the only place where its fields are named. From them come the reading of front
matter, the sentence that answers a mistake, and (by a test) the JSON Schema for editors and the tables for authors.
"""

"""How a frozen dataclass becomes a contract with an author.

The annotations of a record are the only place where its fields are named. From them come the reading of front
matter, the sentence that answers a mistake, and the JSON Schema for editors.
"""

"""What the author writes, as frozen values: one dataclass a concept, and nothing that a library would have to explain.

The annotation of a field is the whole contract: its type says what may be written, the sentence beside it says
what it means. The intake, the JSON Schema and `docs/for-authors/writing-a-workshop.md` are all read from here.
"""

"""What a value raises that is not what its field says it is."""

from plugins.problems import Code


class Unreadable(Exception):
    """What to write instead, in words that follow `found "…"; `, and the code of the finding."""

    def __init__(self, advice: str, code: Code) -> None:
        super().__init__(advice)
        self.code = code

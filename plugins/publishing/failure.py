"""Publishing that ends with a sentence: what the reader of it can do stands in it, and no secret does."""


class PublishingStopped(Exception):
    """Nothing goes on after this; the message is for a person."""


class AddressError(Exception):
    """What was written after `--to` is no address; the message says what to write."""

"""Bytes as text, in whatever way they were saved."""


def text_of(data: bytes) -> str:
    """Text as programs save it: UTF-8, UTF-16 with its mark, or what older Windows programs write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")

"""Names of files that lie beside what names them."""

from plugins.contract.addresses import completed, is_whole
from plugins.contract.unreadable import Unreadable
from plugins.contract.values import FilePath, MarkFile
from plugins.files.names import unfit_name


def mark_file(text: str) -> MarkFile:
    try:
        return MarkFile(file_path(text))
    except Unreadable:
        message = "write the name of a file that lies beside diary.yml, such as mark.svg"
        raise Unreadable(message, "not-a-file-name") from None


def file_path(text: str) -> FilePath:
    file = text.replace("\\", "/").removeprefix("./")
    parts = file.split("/")
    if is_whole(text) or (completed(text) or "").startswith("https:"):
        raise Unreadable("a web address is written “url: …”, without “file”", "not-a-file-name")
    if ":" in parts[0] or {"", ".", ".."} & set(parts):
        raise Unreadable(
            "write the name of a file that lies beside the post, such as photos/blueprint.jpg", "not-a-file-name"
        )
    if unfit := next(filter(None, map(unfit_name, parts)), ""):
        raise Unreadable(f"{unfit}; give the file another name", "not-a-file-name")
    return FilePath(file)

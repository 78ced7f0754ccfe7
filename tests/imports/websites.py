"""Exports of WordPress made for a test."""

from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.imports.wordpress.bringing import brought_in

HOME = "https://old.example.org"
UPLOADS = f"{HOME}/wp-content/uploads"
_HEAD = (
    '<?xml version="1.0"?>\n<rss xmlns:content="c" xmlns:excerpt="e" xmlns:wp="w" xmlns:dc="d"><channel>'
    f"<link>{HOME}</link><wp:wxr_version>1.2</wp:wxr_version>"
)


def item(content: str = "", *, excerpt: str = "", more: str = "", **fields: str) -> str:
    """A post; a field is an element of `wp:` but for its title and link."""
    usual = {"post_type": "post", "status": "publish", "post_date_gmt": "2019-07-01 18:30:00", **fields}
    named = "".join(
        f"<{name}>{value}</{name}>" if name in ("title", "link") else f"<wp:{name}>{value}</wp:{name}>"
        for name, value in usual.items()
    )
    return (
        f"<item>{named}<dc:creator>kim-private</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>{more}</item>"
    )


def medium(number: str, name: str) -> str:
    """An upload, as an export lists it."""
    return item(post_type="attachment", status="inherit", post_id=number, attachment_url=f"{UPLOADS}/{name}")


def export(folder: Path, *items: str) -> Path:
    file = folder / "export.xml"
    file.write_text(f"{_HEAD}{''.join(items)}</channel></rss>", "utf-8")
    (folder / "content").mkdir(exist_ok=True)
    return file


def brought(folder: Path, *items: str, media: Path | None = None) -> tuple[str, ...]:
    """What is told when these are brought into `content` below a folder."""
    file = export(folder, *items)
    return brought_in(folder / "content", file, media=media, zone=ZoneInfo("Europe/London"))[1]


def written(folder: Path, place: str) -> str:
    return (folder / "content" / place).read_text("utf-8")


def story(folder: Path, place: str = "posts/one/index.md") -> str:
    return written(folder, place).split("---\n", 2)[2].strip("\n")

"""Exports of earlier websites, made of the few fields that a test is about."""

from xml.etree.ElementTree import Element, SubElement
from zoneinfo import ZoneInfo

from plugins.comments.archive import Archive, ArchivedComment, archive_text, read_archive
from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.export import Export
from plugins.comments.imports.matching import matched
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.sanitising import plain_words

KEY = "posts/welcome/"
LONDON = ZoneInfo("Europe/London")
Fields = dict[str, str | None]


def element(parent: Element, name: str, fields: Fields) -> Element:
    node = SubElement(parent, name)
    for field, said in fields.items():
        if said is not None:
            SubElement(node, field).text = said
    return node


def wordpress(*comments: Fields, page: Fields | None = None, home: str = "https://old.example.org") -> Export:
    tree = Element("rss")
    channel = element(tree, "channel", {"wxr_version": "1.2", "link": home})
    item = element(channel, "item", {"link": f"{home}/welcome/", "status": "publish", **(page or {})})
    usual: Fields = {"comment_id": "1", "comment_date_gmt": "2016-10-11 10:00:00", "comment_approved": "1"}
    for comment in comments:
        element(item, "comment", {**usual, "comment_content": "Words.", **comment})
    return read_wordpress(tree, zone=LONDON)


def disqus(*posts: Fields, threads: tuple[Fields, ...] = ({"id": "11"},)) -> Export:
    tree = Element("disqus")
    for thread in threads:
        usual: Fields = {"forum": "old", "link": "https://old.example.org/welcome.html", "isDeleted": "false"}
        element(tree, "thread", {**usual, **thread, "id": None}).set("id", str(thread["id"]))
    for post in posts:
        usual = {"message": "Words.", "createdAt": "2016-10-11T10:00:00Z", "isDeleted": "false", "isSpam": "false"}
        node = element(tree, "post", {**usual, **post, "id": None, "thread": None, "parent": None})
        node.set("id", str(post.get("id", "1")))
        SubElement(node, "thread").set("id", str(post.get("thread", "11")))
        if post.get("parent"):
            SubElement(node, "parent").set("id", str(post["parent"]))
    return read_disqus(tree)


def archive(export: Export, letter: str = "w") -> Archive:
    return read_archive(archive_text(matched(export, {KEY: KEY}, prefix=letter).archive))


def said(whole: Archive) -> list[str]:
    return [plain_words(comment.html) for comment in listed(whole)]


def listed(whole: Archive) -> list[ArchivedComment]:
    return [comment for thread in whole.threads for comment in thread.comments]

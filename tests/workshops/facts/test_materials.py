"""The files that an agenda hands out."""

from plugins.contract.values import FilePath, Text, WebAddress
from plugins.workshops.checks.files import material_files
from plugins.workshops.record.agenda import AgendaItem, AgendaPart, Material
from plugins.workshops.record.post import Post


def file(name: str) -> Material:
    return Material(title=Text(name), file=FilePath(name))


def test_each_file_is_named_once_in_the_order_in_which_it_comes_first() -> None:
    web = Material(title=Text("Web"), url=WebAddress("https://example.org/"))
    inner = AgendaPart(title=Text("Inner"), materials=(file("a.txt"),))
    agenda = (
        AgendaItem(title=Text("One"), materials=(file("b.txt"), web), items=(inner,)),
        AgendaItem(title=Text("Two"), materials=(file("b.txt"), file("c.txt"))),
        AgendaItem(title=Text("Three")),
    )
    assert material_files(Post(title=Text("A"), agenda=agenda)) == ("b.txt", "a.txt", "c.txt")

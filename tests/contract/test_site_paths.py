"""Former addresses as people write them."""

import pytest

from plugins.contract.site_paths import SitePathError, address_of_file, site_path


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("posts/our-plan", "posts/our-plan/"),
        ("posts/our-plan/", "posts/our-plan/"),
        ("/posts/our-plan/", "posts/our-plan/"),
        ("/posts/our-plan/index.html", "posts/our-plan/"),
        ("/posts/our-plan.html", "posts/our-plan.html"),
        ("/hello/", "hello/"),
        ("/2016/10/Hello-World/", "2016/10/Hello-World/"),
        ("posts/our%20plan", "posts/our plan/"),
        ("posts/Cafe\u0301", "posts/Café/"),
        ("posts//our-plan", "posts/our-plan/"),
        ("/old.php", "old.php/"),
        ("posts/our plan.md", "posts/our-plan/"),
        ("content/posts/Our Plan.MD", "posts/our-plan/"),
        ("posts/our-plan/index.md", "posts/our-plan/"),
        ("content/workshops/Workshop 2/index.md", "workshops/workshop-2/"),
        ("pages/who-we-are.markdown", "who-we-are/"),
    ],
)
def test_an_address_is_read_in_every_way_in_which_people_write_one(written: str, address: str) -> None:
    assert site_path(written) == address


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("https://old.example/x", "write only what follows the name of the website: /x/"),
        ("//old.example/x.html", "write only what follows the name of the website: /x.html"),
        ("www.old.example", "write only what follows the name of the website"),
        ("/?p=12", "write it without what follows the “?”"),
        ("/posts/x/#comments", "write it without what follows the “#”: /posts/x/"),
        ("../x", "write it as it is seen from the home page: /x/"),
        ("./posts/x/", "write it as it is seen from the home page: /posts/x/"),
        ("posts\\x", "write it with forward slashes: posts/x"),
        ("our-plan", "write the whole address, such as /posts/our-plan/ or /our-plan/"),
        ("Our Plan.md", "write the whole address, such as /posts/our-plan/ or /our-plan/"),
        ("old.html", "write the whole address, such as /posts/old.html or /old.html"),
        (
            "posts/our-plan.docx",
            "this is the name of a file; write the address that readers knew, such as /posts/our-plan/",
        ),
        ("drafts/our-plan.md", "write where the file lay in the content folder, such as posts/our-plan.md"),
        ("posts/!.md", "write where the file lay in the content folder, such as posts/our-plan.md"),
        ("/", "this is the home page, which stays where it is; write the address of a post"),
        ("/index.html", "this is the home page, which stays where it is; write the address of a post"),
        ("posts/con", "Windows keeps the name con for itself, so no page can have stood there on this site"),
        ("/.well-known/x", "no page of this site has a name that begins with a dot"),
        ("/" + "a/" * 300, "this is too long for an address"),
    ],
)
def test_what_is_no_former_address_is_answered_with_what_to_write(written: str, sentence: str) -> None:
    with pytest.raises(SitePathError) as refused:
        site_path(written)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("file", "address"),
    [("posts/Our Plan.md", "posts/our-plan/"), ("posts/plan.pdf", ""), ("drafts/x/y.md", ""), ("../plan.md", "")],
)
def test_only_a_post_has_an_address_by_its_file(file: str, address: str) -> None:
    assert address_of_file(file) == address

"""What the diary is made of: the page of licences, and the list of parts."""

import json
from pathlib import Path

from plugins.workbench.paths import CHECKOUT, DEV_LOCK
from plugins.workbench.sbom import LICENCES, licence_of, packages, page, write_sbom

TEXT = DEV_LOCK.read_text("utf-8")


def test_the_page_of_licences_is_what_the_packages_say() -> None:
    written = LICENCES.read_text("utf-8")
    assert page(packages(TEXT, written)) == written, "type: python3 tasks.py sbom"


def test_every_package_has_a_licence_that_is_known() -> None:
    assert [
        package.name for package in packages(TEXT, LICENCES.read_text("utf-8")) if package.licence.startswith("not ")
    ] == []


def test_licences_that_ask_something_of_whoever_passes_a_package_on_stand_out() -> None:
    rows = {package.name: package.row for package in packages(TEXT, "")}
    assert rows["pelican"] == "| pelican | **AGPL-3.0-or-later** |"
    assert rows["paramiko"] == "| paramiko | **LGPL-2.1** |"
    assert rows["invoke"] == "| invoke | BSD-2-Clause |"


def test_a_package_for_another_system_keeps_what_was_said_of_it() -> None:
    listed = packages("only-on-windows==1.0 \\\nnobody-knows[x]==2 \\\n", "| only-on-windows | **MPL-2.0** |\n")
    assert [(package.name, package.licence) for package in listed] == [
        ("nobody-knows", "not known"),
        ("only-on-windows", "MPL-2.0"),
    ]
    assert licence_of("nobody-knows") == ""


def test_the_list_of_parts_names_every_package_with_its_hashes_and_is_the_same_twice(tmp_path: Path) -> None:
    lists = {tmp_path / "one.json": True, tmp_path / "two.json": False}
    assert [write_sbom(target, is_checked=is_checked) for target, is_checked in lists.items()] == [0, 0]
    one, two = (target.read_bytes() for target in lists)
    assert one == two
    made = json.loads(one)
    assert (made["bomFormat"], made["specVersion"], made["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "1.6",
        "coproduction-diary",
    )
    assert sorted(each["name"] for each in made["components"]) == [package.name for package in packages(TEXT, "")]
    for each in made["components"]:
        assert each["purl"] == f"pkg:pypi/{each['name']}@{each['version']}"
        assert any(known["alg"] == "SHA-256" for known in each["externalReferences"][0]["hashes"])
    assert str(CHECKOUT).encode() not in one

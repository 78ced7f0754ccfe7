"""What may stand in `content/diary.yml`. The order of the fields is that of the documentation."""

from typing import Annotated, ClassVar, Literal

from plugins.contract.values import (
    Between,
    Contact,
    Count,
    HexColour,
    Id,
    Language,
    MarkFile,
    SiteAddress,
    Text,
    WebAddress,
    Zone,
)
from plugins.frontmatter import Mapping as Tree
from plugins.records import dataclass

LEAST_ROOM, LEAST_SIDE = 10, 5
_MOST = 1_000_000
_ZONE, _LANGUAGE = Zone("Europe/London"), Language("en-GB")


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallGroups:
    """Which figures are too small to be published; stricter than usual, never laxer."""

    room: Annotated[int, Between(LEAST_ROOM, _MOST), "Groups, and rooms, with fewer people are small."] = LEAST_ROOM
    side: Annotated[int, Between(LEAST_SIDE, _MOST), "A side of a vote with fewer people is small."] = LEAST_SIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who is responsible for a diary [schema.org Organization]."""

    plain: ClassVar[str] = "name"

    name: Annotated[Text, "Its full name."]
    url: Annotated[WebAddress | None, "Its website."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What is made of the record besides its pages: on unless turned off, but for the book."""

    hand_outs: Annotated[bool, "Each workshop as a hand-out, in usual and in large print (PDF)."] = True
    easy_read: Annotated[bool, "The page of all easy reads, and a booklet of each (PDF)."] = True
    search: Annotated[bool, "A search of everything, which runs in the reader’s browser."] = True
    cards: Annotated[bool, "The pictures that chats show of links."] = True
    open_data: Annotated[
        bool,
        "The record as data: `/diary.json`, `/decisions.csv`, `/asks.csv`, and `/workshops/first.json` and the like.",
    ] = True
    book: Annotated[bool, "The whole diary as a book (PDF and EPUB)."] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Software:
    """The software that a diary is written for; the diary's own `tasks.py` fetches it."""

    version: Annotated[Text, "Its version, such as `1.0.0`."]
    commit: Annotated[Text, "The commit of that version, so that nobody can slip in another."]


EVERYTHING_IS_SMALL = SmallGroups(room=_MOST, side=_MOST)
NOTHING_BESIDES = Outputs(hand_outs=False, easy_read=False, search=False, cards=False, open_data=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySettings:
    """The settings of one diary."""

    name: Annotated[Text, "What the diary is called."]
    description: Annotated[
        Text | None, "What it is, in one sentence, for search engines and feeds. Left out, it is the introduction."
    ] = None
    introduction: Annotated[Text | None, "Two sentences at the top of the home page. Left out, the description."] = None
    headline: Annotated[
        Text | None, "The heading of the home page [schema.org headline]. Left out, it is the name."
    ] = None
    address: Annotated[
        SiteAddress | None, "Where readers find the site, with its path if it has one. `DIARY_SITE_URL` wins over it."
    ] = None
    zone: Annotated[Zone, "The time zone in which its days begin."] = _ZONE
    language: Annotated[Language, "The language in which it is written."] = _LANGUAGE
    menu: Annotated[
        tuple[Id, ...] | None,
        "Standing pages in the main menu, by the names of their files: `about` for `pages/about.md`. The other pages "
        "stand at the foot. Left out, it is `about`.",
    ] = None
    accent: Annotated[
        HexColour | None,
        "The colour of links, lines and buttons in the light. In the dark it is as much lighter as it must be.",
    ] = None
    mark: Annotated[
        MarkFile | None,
        "An SVG or PNG beside this file: it stands before the name, and in tabs. Of an SVG only the shapes are kept.",
    ] = None
    contact: Annotated[
        Contact | None,
        "How readers reach its people. It stands at the foot of every page, for whoever wants to be taken out: "
        "an e-mail address, the address of a form, or a telephone number.",
    ] = None
    organisation: Annotated[
        Organisation | None, "Who is responsible for it: stands at the foot of every page, and in what machines read."
    ] = None
    licence: Annotated[
        Text | None,
        "How others may use its open data, such as `CC-BY-4.0`. Left out, nobody has said so.",
    ] = None
    series: Annotated[Count | None, "How many workshops are planned in all, so that pages say “Workshop 2 of 4”."] = (
        None
    )
    comments: Annotated[Tree | None, "Where readers' comments are kept: [providers](comments-providers.md)."] = None
    publish_to: Annotated[
        Tree | None,
        "Where it is published: names, each with its [address](publishing.md), such as `live: git:site#gh-pages`. "
        "`publish` takes the only one, or the one that `--to` names.",
    ] = None
    small_groups: Annotated[SmallGroups, "From how many people on figures are told; only upwards."] = SmallGroups()
    outputs: Annotated[Outputs, "What is made besides the pages: `false` turns it off."] = Outputs()
    software: Annotated[Software | None, "The software that the diary's own `tasks.py` fetches."] = None
    search_engines: Annotated[
        Literal["yes", "no"], "Whether search engines may list the site: `no` asks them not to."
    ] = "yes"

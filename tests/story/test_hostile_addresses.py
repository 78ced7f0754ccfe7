"""Whatever is put into the address of a link in a story, no link leads where none may lead."""

from hypothesis import given, settings

from tests.story.stories import shown, told
from tests.support.hostile_addresses import harm, hostile_addresses, ways_to_write


@given(hostile_addresses())
@settings(max_examples=400, deadline=None)
def test_no_link_of_a_story_runs_a_script(address: str) -> None:
    for text in (
        f"See [x]({address}).",
        f"See [x](<{address}>).",
        f"See <{address}>.",
        f"See [x][a].\n\n[a]: {address}",
        f"See [x][a].\n\n[a]: <{address}> 'title'",
        f'See [x](other.md "{address}").',
        f"![x]({address})",
        *ways_to_write(address),
    ):
        story, _ = told(text)
        assert harm(shown(story.parts)) == [], text

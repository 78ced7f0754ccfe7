"""What several posts of a WordPress website share: patterns, once called reusable blocks."""

from pathlib import Path

from tests.imports.websites import brought, item, story


def test_what_posts_share_stands_in_each_unless_it_was_not_public(tmp_path: Path) -> None:
    shared = '<!-- wp:paragraph --><p>Come by.</p><!-- /wp:paragraph --><!-- wp:block {"ref":8} /-->'
    lines = brought(
        tmp_path,
        item(
            '<p>We met.</p><!-- wp:block {"ref":7} /--><!-- wp:block {"ref":9,"a":1} /-->', title="One", post_name="one"
        ),
        item(shared, post_type="wp_block", post_id="7"),
        item('<p>Tea.</p><!-- wp:block {"ref":7} /-->', post_type="wp_block", post_id="8"),
        item("<p>Secret</p>", post_type="wp_block", post_id="9", status="draft"),
    )
    assert story(tmp_path) == "We met.\n\nCome by.\n\nTea.\n\nCome by."
    assert lines[2:] == ("Not in the drafts: the block “block”, 2 times.",)


def test_what_holds_itself_many_times_ends(tmp_path: Path) -> None:
    itself = '<p>a</p><!-- wp:block {"ref":7} /-->' * 60
    brought(tmp_path, item(itself, title="One", post_name="one"), item(itself, post_type="wp_block", post_id="7"))
    assert len(story(tmp_path)) < 20_000

"""Pages in a frame: without what other companies load, and as on paper."""

from plugins.preview.framed import as_printed, without_embeds


def test_an_embed_is_a_box_with_a_name_and_no_script() -> None:
    page = (
        b'<script type="module" src="/theme/js/comment-embed.1a2b.js"></script>\n<script src="/theme/js/other.js"></script>'
        b'<div class="comment-embed"><p>GitHub</p><p class="comment-embed__without">It needs JavaScript.</p></div>'
    )
    assert without_embeds(page) == (
        b'<script src="/theme/js/other.js"></script>'
        b'<div class="comment-embed"><p>GitHub</p><p class="comment-embed__without">In the preview nothing of it is loaded.</p></div>'
    )


def test_what_is_for_print_alone_is_for_all_and_so_in_the_sheets() -> None:
    assert as_printed(b'<link href="/a.css"><link rel=stylesheet media="print" href=\'/b.css\'>') == (
        b'<link href="/a.css?printed"><link rel=stylesheet media="all" href=\'/b.css?printed\'>'
    )
    assert as_printed(b"@media print{a{b:c}}@media  screen and (x){d{}}@media (printer){e{}}") == (
        b"@media all{a{b:c}}@media not all and (x){d{}}@media (printer){e{}}"
    )

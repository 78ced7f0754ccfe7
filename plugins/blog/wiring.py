"""Pelican's generator of the diary: reads in one go, stops for findings elsewhere, then writes."""

import os
from collections import ChainMap
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.blog.deleted_posts import deleted_posts
from plugins.blog.diary_file import diary_file_findings
from plugins.blog.kept_stories import forget, kept_pages, kept_stories
from plugins.blog.kept_texts import KINDS
from plugins.blog.leaving_out import fit_site, unchecked
from plugins.blog.next_change import next_change
from plugins.blog.open_points import each_page, each_point, unfinished
from plugins.blog.pages.site import planned_pages, shown_files, site, site_wide_files
from plugins.blog.privacy_notice import privacy_notice_findings
from plugins.blog.publication import Moment
from plugins.blog.settings import BlogSettings, blog_settings
from plugins.blog.site_building import Making, whole
from plugins.blog.theme_assets import theme_assets
from plugins.blog.trial_build import LastLook
from plugins.comments.discussion import SILENT, Discussion
from plugins.comments.gathering import SOURCE as COMMENTS
from plugins.comments.gathering import Asking, are_asked_for, gathered
from plugins.comments.providers.settings_fields import CommentsSettingsError
from plugins.comments.settings import comments_settings
from plugins.consent.private_words import PrivateWords, PrivateWordsRefused, given_words
from plugins.consent.private_words.findings import printable
from plugins.consent.register import read_register
from plugins.engine.failure import BuildFailed, reported_as_build_failure
from plugins.engine.kept_pages import KEPT_PAGES, KeptPages
from plugins.engine.manifest import Outlook
from plugins.engine.page import File
from plugins.engine.signals import published
from plugins.engine.stages import READING, STAGES, Stages
from plugins.engine.wiring import LEFT_OUT, OUTLOOK
from plugins.engine.writer import OLD_SITE, DiaryWriter
from plugins.photos.pipeline import Pipeline
from plugins.photos.store import FolderStore
from plugins.problems import Problem
from plugins.settings import DIARY_FILE, DiaryFile, with_diary_file
from plugins.workshops.intake import Contents, KeptPosts, KeptRecords, read_contents

LEAVE_OUT = "DIARY_LEAVE_OUT"
"""The setting that lets a build go without posts that have something to mend."""
KEPT = "DIARY_KEPT_RECORDS"
"""What a preview keeps from build to build, the KeptRecords of its process; the key of Pelican's settings."""
_POSTS = "posts"
"""The name of the posts that were read among what is kept of stories; no post is called so."""
_STORIES = "DIARY_STORIES"
"""Where in the settings of a run stand the stories to be kept, and of which sources."""
Gathered = tuple[Discussion, tuple[Problem, ...]]
_SOFTWARE = Path(__file__).resolve().parents[2]


def register() -> None:
    signals.get_generators.connect(diary_generator)
    # Only then: of a site that was stopped, by whatever looks at it last, no story is kept.
    published.connect(keep_stories)


def keep_stories(pelican: Any) -> None:
    """Keep the stories and pages that readers see, where files can be written at all."""
    kept, sources = pelican.settings.pop(_STORIES, (None, ()))
    pages: KeptPages | None = pelican.settings.pop(KEPT_PAGES, None)
    with suppress(OSError):
        if kept:
            kept.save(sources)
    with suppress(OSError):
        if pages:
            pages.save(Path(pelican.output_path))


def diary_generator(_pelican: Any) -> type["DiaryGenerator"]:
    """The generator that Pelican runs beside its own."""
    return DiaryGenerator


def _whom_to_ask(settings: Mapping[str, Any]) -> Asking:
    """A check asks nobody; a preview, which builds at every save, asks no other company each time."""
    if settings.get("DIARY_CHECK_ONLY"):
        return "nobody"
    return "own service" if settings.get("DIARY_PREVIEW") else "everybody"


class DiaryGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Reads the diary, plans every page, and writes them when nothing is wrong."""

    def generate_context(self) -> None:
        """Read and plan everything; findings go where the one stop looks for them, or leave out what has them."""
        told = with_diary_file(self.settings)
        settings, output = blog_settings(told), Path(self.output_path)
        may_leave_out = bool(self.settings.get(LEAVE_OUT))
        stages: Stages = self.settings[STAGES]
        kept = kept_stories(told)
        posts = KeptPosts(kept.text(_POSTS) if kept else b"")
        records: KeptRecords = self.settings.get(KEPT) or KeptRecords(keeps=False, posts=posts)
        read = partial(read_contents, settings.content, zone=settings.zone, now=settings.now)
        read = partial(read, guarded=may_leave_out, next_versions=settings.preview)
        contents = read(kept=records, watched=partial(stages.over, READING))
        gather = _gathered_if_fit if may_leave_out else partial(_gathered_with_findings, file=told[DIARY_FILE])
        discussion, missed = gather(told)
        is_written = settings.preview or bool(self.settings.get("DIARY_CHECK_ONLY"))
        open_pages = () if is_written else unfinished(contents.entries, Moment(settings.now, settings.zone))
        of_pages = (
            *diary_file_findings(told[DIARY_FILE], settings, contents.entries),
            *privacy_notice_findings(told[DIARY_FILE], settings, contents.entries, discussion.settings),
            *(each_point(contents.entries) if is_written else each_page(open_pages)),
        )
        without = frozenset(entry.source for entry in open_pages)
        self.pipeline = (_pipeline_if_fit if may_leave_out else _pipeline)(told)
        if may_leave_out:
            contents = replace(contents, deleted=deleted_posts(settings.content))
            words, refused = _words_if_fit(settings)
            last_look = _last_look(settings, discussion, words)
            make = Making(settings, output, self.pipeline, discussion, words, last_look)
            made = fit_site(
                contents, make, findings=(*missed, *of_pages, *unchecked(contents, refused)), without=without
            )
            self.model, problems = made.model, made.notices
            self.settings[LEFT_OUT] = made.left_out
        else:
            make = Making(settings, output, self.pipeline, discussion, records.same(_words(settings)), kept=kept)
            self.model, problems = whole(contents, make, findings=(*missed, *of_pages), without=without)
            shown = {entry.source for entry in self.model.publication.entries}
            if kept:
                kept.learn(_POSTS, posts.as_kept(shown))
            self.settings[_STORIES] = (kept, {*KINDS, _POSTS, *shown})
            self.settings[KEPT_PAGES] = kept_pages(told, self.settings[OLD_SITE]) if not is_written else None
            if is_written:
                self._advise(contents, make.words)
        if not is_written:
            self.settings[OUTLOOK] = _outlook(settings, contents, discussion, notices=len(problems))
        self.context.setdefault("problems", []).extend(contents.named(problems))

    def _advise(self, contents: Contents, words: PrivateWords | None) -> None:
        """Put advice where whoever writes is shown it; a build for readers needs none, and loses no time over it."""
        from plugins.blog.advice import advice_by_address

        advice = advice_by_address(self.model, contents.entries, printable=lambda pieces: printable(pieces, words))
        self.context.setdefault("advice", ChainMap()).maps.append(advice)

    def generate_output(self, writer: DiaryWriter) -> None:
        """Write every page and file of the site."""
        if not self.settings.get(KEPT_PAGES) and not self.settings.get("DIARY_PREVIEW"):
            forget(self.settings, pictures=self.model.kept)
        assets = theme_assets(self.model.settings)
        writer.write_files_at_hand([File(asset.path, asset.content) for asset in assets.files])
        # Files first: what they tell of the whole site (feeds, calendars) is worked out before anything forks.
        writer.write_files(shown_files(self.model))
        writer.write_site_wide_files(partial(site_wide_files, self.model))
        writer.write_pages(site(self.model, assets), planned_pages(self.model))
        if not self.settings.get("DIARY_PREVIEW"):  # The preview shows drafts, and pictures that come and go.
            with reported_as_build_failure():
                self.pipeline.store.keep_only(self.model.kept)
        # Nobody asks for it any more: what is worked out of the files of a large site has room in its place.
        del self.model


def _gathered(settings: Mapping[str, Any]) -> Gathered:
    return gathered(comments_settings(settings), ask=_whom_to_ask(settings))


def _gathered_with_findings(settings: Mapping[str, Any], *, file: DiaryFile) -> Gathered:
    """The comments; none, and a finding at its line, where the diary's file has something to mend about them."""
    try:
        return _gathered(settings)
    except CommentsSettingsError as refused:
        if not refused.at:
            raise
        return SILENT, (file.problem_at(refused.at, refused.message, "comments-unavailable"),)


def _gathered_if_fit(settings: Mapping[str, Any]) -> Gathered:
    """The comments; none, and a finding, where the settings of comments or what keeps them cannot be used."""
    try:
        return _gathered(settings)
    except CommentsSettingsError as refused:
        return SILENT, (Problem(COMMENTS, 0, "", str(refused), "comments-unavailable"),)
    except Exception as fault:  # noqa: BLE001 - docs/decisions/0100
        message = f"the comments cannot be read ({type(fault).__name__})"
        return SILENT, (Problem(COMMENTS, 0, "", message, "comments-unavailable"),)


def _outlook(settings: BlogSettings, contents: Contents, discussion: Discussion, *, notices: int) -> Outlook:
    register, _ = read_register(settings.content / "consent.yml", source="", zone=settings.zone)
    change = next_change(contents.entries, register, Moment(settings.now, settings.zone))
    return Outlook(
        change.astimezone(settings.zone),
        settings.zone.key,
        notices,
        asks_for_comments=are_asked_for(discussion.settings),
    )


def _words(settings: BlogSettings) -> PrivateWords | None:
    return given_words(os.environ, published=(_SOFTWARE, settings.content))


def _words_if_fit(settings: BlogSettings) -> tuple[PrivateWords | None, str]:
    """The private words, and why there are none though a list is given: nobody may be kept online by a slip in it."""
    try:
        return _words(settings), ""
    except PrivateWordsRefused as refused:
        return None, str(refused)


def _last_look(settings: BlogSettings, discussion: Discussion, words: PrivateWords | None) -> LastLook:
    """What looks at a site in the making, which a build that leaves nothing out never does: it is loaded late."""
    from plugins.publishing.lastlook.look import LookSettings, look

    look_settings = LookSettings(
        now=settings.now,
        zone=settings.zone,
        services=discussion.settings.hosts,
        private=words,
        own=(settings.name, settings.description, settings.introduction, settings.headline, settings.contact),
    )
    return partial(look, settings=look_settings, content=settings.content)


def _pipeline(settings: Mapping[str, Any]) -> Pipeline:
    """A check renders nothing, and keeps nothing; a build without the cache takes nothing that was kept."""
    is_check = bool(settings.get("DIARY_CHECK_ONLY"))
    if settings.get("DIARY_NO_CACHE"):
        return Pipeline(stages=settings[STAGES])
    with reported_as_build_failure():
        store = FolderStore(Path(settings["DIARY_PICTURES_KEPT"]), diary=Path(settings["PATH"]), read_only=is_check)
    return Pipeline(store, renders=not is_check, stages=settings[STAGES])


def _pipeline_if_fit(settings: Mapping[str, Any]) -> Pipeline:
    """One that keeps nothing where nothing can be kept: each photo is made anew then, which takes longer."""
    try:
        return _pipeline(settings)
    except BuildFailed:
        return Pipeline()

"""A site made of a diary, with everything that is looked for in it: the stories, the pictures, private words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.blog.comment_screening import fit_to_show
from plugins.blog.privacy import private_words_in
from plugins.blog.refusals import refusals
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel, site_model
from plugins.blog.trial_build import LastLook
from plugins.comments.discussion import SILENT, Discussion
from plugins.consent.private_words import PrivateWords
from plugins.photos.pipeline import Pipeline
from plugins.problems import Problem
from plugins.workshops.diary import Diary
from plugins.workshops.intake import Contents

Made = tuple[SiteModel, tuple[Problem, ...]]


def _nothing_wrong(_folder: Path) -> tuple[Problem, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Making:
    """What a site is made with, beside the diary, and how a built site is looked at before it goes out."""

    settings: BlogSettings
    output: Path
    pipeline: Pipeline
    discussion: Discussion = SILENT
    words: PrivateWords | None = None
    last_look: LastLook = _nothing_wrong

    def model(self, contents: Contents, diary: Diary, *, broken: bool = False) -> Made:
        """The site of a diary that is part of these contents, and the findings of it."""
        planned, problems = site_model(
            self.settings, diary, broken=broken, pipeline=self.pipeline, discussion=self.discussion
        )
        discussion, kept_back = fit_to_show(
            self.discussion,
            planned.publication,
            self.settings,
            written=contents.entries,
            private=self.words,
            output=self.output,
        )
        made = replace(planned, discussion=discussion)
        refused = refusals(made, contents.entries, output=self.output, broken=broken)
        private = private_words_in(diary, made.publication, self.words) if self.words else ()
        return made, (*problems, *refused, *private, *kept_back)


def whole(contents: Contents, make: Making, *, findings: Iterable[Problem] = ()) -> Made:
    """The site of everything, and every finding; `findings` are those that are known beforehand."""
    diary, problems = contents.whole()
    broken = any(problem.stops for problem in problems)
    made, further = make.model(contents, diary, broken=broken)
    return made, (*problems, *findings, *further)

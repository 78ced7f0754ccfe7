"""What a form's votes and ratings mean for readers: the tables as they will look, and what is withheld and why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile
from plugins.author.forms.state import State
from plugins.author.meaning_view import Meaning
from plugins.author.saving import new_text
from plugins.contract.partial import read_as_far_as_fit
from plugins.engine.build_moment import build_moment
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter.editing import CannotEdit, front_matter_of
from plugins.records import dataclass
from plugins.settings.reading import read_diary_file
from plugins.settings.record import SmallGroups
from plugins.story.html import escaped
from plugins.workshops.checks.votes import counted_votes
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.published_figures import with_publishable_figures
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.intake import read_diary
from plugins.workshops.record.post import Post
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.feedback import feedback_view
from plugins.workshops.views.language import LanguageMarkup

_SAID = LanguageMarkup(markdown=escaped)
_GIVEN = ("kept", "agreed")


@dataclass(frozen=True, slots=True)
class Readers:
    """What readers of one diary are shown of a post that is still in its form."""

    content: Path
    zone: ZoneInfo

    def meaning(self, post: OpenFile, state: State) -> Meaning:
        """The votes and ratings of a form; of a form that says nothing yet that can be read, none."""
        entry = self._entry(post, state)
        if entry is None:
            return Meaning()
        rule = self._rule()
        diary, _ = read_diary(self.content, zone=self.zone, now=build_moment(self.zone))
        others = [each for each in diary.entries if each.source != entry.source]
        shown = with_publishable_figures([*others, entry], rule)[-1]
        feedback = feedback_view(shown.post.feedback, {}, _SAID) if shown.post.feedback else None
        return Meaning(
            votes=tuple(ballot_view(vote, idea_href=lambda _id: "", said=_SAID) for vote in shown.votes),
            ratings=replace(feedback, went_well=(), even_better_if=(), moods=(), quotes=()) if feedback else None,
            of_votes=tuple(_withheld_votes(entry, shown, rule)),
            of_ratings=tuple(_withheld_ratings(entry, shown, rule)),
        )

    def _entry(self, post: OpenFile, state: State) -> DiaryEntry | None:
        """The post as it would be read if it were saved now, as far as it reads."""
        try:
            tree = front_matter_of(new_text(post, state, post.story, self.zone))
        except CannotEdit:
            return None
        read = read_as_far_as_fit(Post, tree, zone=self.zone) if isinstance(tree, Tree) else None
        if read is None or post.file.kind not in ("workshop", "post", "page"):
            return None
        return DiaryEntry(
            post=read.record,
            votes=counted_votes(read.record)[0],
            kind=post.file.kind,
            slug=read.record.slug or post.file.slug,
            source=post.file.source,
            folder=post.file.path.parent,
            story="",
            story_line=0,
            front_matter=read.tree,
        )

    def _rule(self) -> SmallGroupRule:
        settings = read_diary_file(self.content).settings
        groups = settings.small_groups if settings else SmallGroups()
        return SmallGroupRule(room=groups.room, side=groups.side)


def _withheld_votes(entry: DiaryEntry, shown: DiaryEntry, rule: SmallGroupRule) -> Iterator[str]:
    for own, public in zip(entry.votes, shown.votes, strict=True):
        if own.tally is not None and own.vote.counts in _GIVEN and public.vote.counts not in _GIVEN:
            yield f"“{own.vote.question}”: readers will not see these counts. {_why(rule)}"


def _withheld_ratings(entry: DiaryEntry, shown: DiaryEntry, rule: SmallGroupRule) -> Iterator[str]:
    before, after = entry.post.feedback, shown.post.feedback
    for own, public in zip(before.ratings if before else (), after.ratings if after else (), strict=True):
        if own != public:
            yield f"“{own.question}”: readers will not see these counts. {_why(rule)}"


def _why(rule: SmallGroupRule) -> str:
    return (
        f"In a group of fewer than {rule.room}, where fewer than {rule.side} chose something, or where others could "
        "work that out, somebody could be picked out. What was decided stays."
    )

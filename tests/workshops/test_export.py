"""Which fields data for others may hold: what the record marks, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.contract.shape import Kind, Many, Part, WordOrPart, shape_of
from plugins.contract.values import Export
from plugins.workshops.checks.photos import undescribed_photos
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post


def parts(kind: Kind) -> Iterator[type]:
    match kind:
        case Part(record):
            yield record
        case WordOrPart(part=Part(record)):
            yield record
        case Many(of):
            yield from parts(of)


def marked(record: type, export: Export | None) -> set[str]:
    """The fields below a record that have this mark, and are not in a part that has no mark itself."""
    found: set[str] = set()
    for field in shape_of(record).fields.values():
        if field.export is export:
            found.add(f"{record.__name__}.{field.name}")
        if field.export is not None:
            found = found.union(*(marked(part, export) for part in parts(field.kind)))
    return found


def test_what_is_private_is_in_no_data() -> None:
    assert marked(Post, None) == {
        "Post.status",
        "Post.slug",
        "Post.formerly",
        "Post.image",
        "Post.comments",
        "Post.checked",
        "Post.photos",
        "Material.read_by_eye",
        "Milestone.image",
        "EasyRead.picture",
        "Rating.agreed",
        "Remark.agreed",
        "Mood.agreed",
        "Quote.consent",
    }


def test_what_could_name_somebody_in_a_small_room_goes_by_the_rule() -> None:
    assert marked(Post, Export.COUNTED) == {
        "Post.votes",
        "Post.feedback",
        "Vote.present",
        "Vote.abstained",
        "Vote.spoiled",
        "Vote.tie_break",
        "Vote.options",
        "Option.votes",
        "Option.scores",
        "Ballot.ranking",
        "Ballot.count",
        "Feedback.ratings",
        "Feedback.went_well",
        "Feedback.even_better_if",
        "Feedback.mood",
        "Rating.counts",
        "Remark.count",
        "Mood.count",
    }
    assert marked(Post, Export.ONE_BY_ONE) == {"Vote.ballots"}


def test_who_is_in_a_photo_needs_consent_unless_nobody_can_be_recognised() -> None:
    photo = Photo(file="a.jpg", alt="A table", people="partly-recognisable")  # type: ignore[arg-type]  # as a later word
    assert [path for path, *_ in undescribed_photos(replace(Post(title="A"), photos=(photo,)))] == [  # type: ignore[arg-type]  # plain text
        ("photos", 0, "consent")
    ]

"""What a moderator does when a comment tells of harm, in order."""

ABOUT = (
    "A comment may tell that somebody is being hurt, may hurt themselves, or is not safe. "
    "You need not be sure. Do this in order."
)
STEPS = (
    ("Danger now? Call 999.", " If somebody may be hurt in the next hours, call first and do the rest after."),
    (
        "Do not publish it.",
        " Press “Keep aside”. Nobody can publish or delete it then, not even by a slip.",
    ),
    ("Do not delete it.", " It may be the only place where this was said."),
    (
        "Pass it on today.",
        (
            " Tell your safeguarding lead: the words as they stand, the comment’s number, the post and the time. "
            "If you cannot reach the lead, tell their deputy or children’s or adults’ social care. "
            "Do not wait until tomorrow."
        ),
    ),
    (
        "Do not look into it yourself.",
        " Ask nobody questions about it, promise nobody to keep it secret, do not answer below the post.",
    ),
    (
        "Share it with those who must know, and nobody else.",
        (
            " Do not send the words round by e-mail or chat. Where a child, or an adult who needs care and support, "
            "may be at risk, data protection law does not stop you from sharing what is needed to keep them safe."
        ),
    ),
    (
        "Press “I have passed it on”.",
        (
            " The log then shows who did it and when. Write down, where your organisation keeps such records, "
            "whom you told."
        ),
    ),
    ("Delete it when the lead says so", ", and not before."),
)
"""What to do, and more of it."""
CRIME = "A crime that is told, or a threat: the lead decides with the police. Keep it aside until then."
WHO_WROTE_IT = (
    "The service does not know who wrote it: it keeps no address and no e-mail. The name, if there is one, may be "
    "made up. The lead should know that."
)
AND_YOU = "And you: reading such a thing is hard. Talk with your supervisor about it."
OPEN_POINT = "Open point for the council"
OPEN_POINT_ABOUT = (
    "Who is the safeguarding lead and who the deputy, how are they reached in and out of office hours, and where is "
    "it recorded? Fill that in before comments are opened. Until then nobody should moderate alone."
)

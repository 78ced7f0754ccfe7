"""How a service works, lane by lane."""

from collections.abc import Sequence

from plugins.words.en.numbers import listed

HEADING = "How it would work"
LANES = {
    "evidence": "What the customer can see or hold",
    "customer_actions": "What the customer does",
    "frontstage": "What the service does in sight",
    "backstage": "What the service does out of sight",
    "support_processes": "What holds it up",
}
LINES = {
    "frontstage": "Line of interaction",
    "backstage": "Line of visibility",
    "support_processes": "Line of internal interaction",
}
"""The lines that are drawn above lanes."""


def title(services: Sequence[str]) -> str:
    """What it is a blueprint of."""
    return f"Blueprint of {' and '.join(services)}"


def caption(title: str) -> str:
    return f"{title}, lane by lane"


def missing(lanes: Sequence[str]) -> str:
    """The lanes that nobody wrote anything into; empty when there is none."""
    named = [LANES[lane][:1].lower() + LANES[lane][1:] for lane in lanes]
    return f"Not written down: {listed(named)}." if named else ""

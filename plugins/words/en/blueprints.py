"""How a service works, lane by lane."""

from collections.abc import Sequence

from plugins.words.en.numbers import listed

HEADING = "How it would work"
LANES = {
    "evidence": "What people can see or hold",
    "customer_actions": "What people do",
    "frontstage": "What the service does in sight",
    "backstage": "What the service does out of sight",
    "support_processes": "What it depends on",
}
LINES = {
    "frontstage": "What people do, above",
    "backstage": "What people can see, above",
    "support_processes": "Staff work, above",
}
"""The lines that are drawn above lanes."""
MISSING = "We did not get to this"


def title(services: Sequence[str]) -> str:
    """What it is a blueprint of."""
    return f"Blueprint of {listed(services)}"


def caption(title: str) -> str:
    return f"{title}, lane by lane"

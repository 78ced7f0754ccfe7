"""What is alike in every place that takes files one by one: the work is done in place, and nothing earlier is kept."""

from plugins.publishing.failure import PublishingStopped
from plugins.publishing.in_place import InPlace
from plugins.publishing.kept import NO_WAY_BACK
from plugins.publishing.lease import Lease
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from plugins.publishing.targets.target import Standing


class Shelved:
    """A target over a shelf of its own."""

    _in_place: InPlace

    def alone(self) -> Lease:
        return self._in_place.lease

    def standing(self, site: Site) -> Standing:
        return self._in_place.standing()

    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        self._in_place.publish(site, plan, progress)

    def tidy(self, site: Site) -> None:
        """What a publication left undone stands in the ledger, and is a change to be made."""

    def roll_back(self) -> str:
        raise PublishingStopped(NO_WAY_BACK)

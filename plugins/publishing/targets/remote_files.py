"""What is alike in every place that takes files one by one: the work is done in place, and nothing earlier is kept."""

from plugins.publishing.failure import PublishingStopped
from plugins.publishing.in_place import InPlace
from plugins.publishing.lease import Lease
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.retention import NO_WAY_BACK
from plugins.publishing.site import Site
from plugins.publishing.targets.target import PublishedState


class RemoteFilesTarget:
    """A target that is its own remote files."""

    _in_place: InPlace

    def lock(self) -> Lease:
        return self._in_place.lease

    def published_state(self, site: Site) -> PublishedState:
        return self._in_place.published_state()

    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        self._in_place.publish(site, plan, progress)

    def tidy(self, site: Site) -> None:
        """What a publication left undone stands in the ledger, and is a change to be made."""

    def roll_back(self) -> str:
        raise PublishingStopped(NO_WAY_BACK)

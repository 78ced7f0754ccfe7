"""E-mail to the moderators: that comments wait, how many, and where to read them.

No word and no name of any comment travels by e-mail: it may tell of harm, and mailboxes are read by others and kept.
"""

import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from plugins.comments.server.comment import State
from plugins.comments.server.jobs.job import JobFailed
from plugins.comments.server.settings import Mail
from plugins.comments.server.store import Store
from plugins.records import dataclass
from plugins.words import moderation

_DONE = "told"
_PATIENCE_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notifications:
    """Tells every reader in `to` of comments that came since the last e-mail."""

    mail: Mail
    to: Sequence[str]
    address: str
    site: Callable[[], str]
    store: Store
    failure: str = moderation.EMAIL_FAILED

    def goal(self) -> int | None:
        """The number of the newest comment that waits, if nobody has been told of it."""
        newest = self.store.newest_waiting()
        return newest if newest > self.store.database.number(_DONE) else None

    def run(self, goal: int) -> None:
        waiting = self.store.count(State.WAITING)
        try:
            with self._server() as server:
                for reader in self.to:
                    server.send_message(notification(self.mail.sender, reader, self.address, self.site(), waiting))
        except (OSError, smtplib.SMTPException) as error:
            raise JobFailed(type(error).__name__) from error
        self.store.database.set_number(_DONE, goal)

    @contextmanager
    def _server(self) -> Iterator[smtplib.SMTP]:
        mail = self.mail
        context = ssl.create_default_context(cafile=mail.authority)
        if mail.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=_PATIENCE_SECONDS, context=context)
        else:
            server = smtplib.SMTP(mail.host, mail.port, timeout=_PATIENCE_SECONDS)
        with server:
            if mail.security == "starttls":
                server.starttls(context=context)
            if mail.user:
                server.login(mail.user, mail.password)
            yield server


def notification(sender: str, to: str, address: str, site: str, waiting: int) -> EmailMessage:
    """Says that comments wait, and not what they say."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Subject"] = moderation.email_subject(waiting, site)
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=sender.rpartition("@")[2].strip(">"))
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(moderation.email(waiting, address))
    return message

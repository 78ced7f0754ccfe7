"""A mail server on loopback, with and without encryption, that keeps what it was sent."""

import gc
import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "diary", "hush"


@dataclass
class MailHost:
    """Where it listens, and what came: whom for, and what. While it `refuses`, it takes nothing."""

    port: int = 0
    refuses: bool = False
    letters: list[tuple[list[str], Message]] = field(default_factory=list)
    logins: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd calls it
        if self.refuses:
            return "451 Come back later"
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.letters.append((list(envelope.rcpt_tos), message_from_bytes(content)))
        return "250 OK"

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        if right:
            self.logins.append(data.login)
        return AuthResult(success=right, handled=False)


@contextmanager
def mail_host(port: int, certificate: Path | None = None) -> Iterator[MailHost]:
    """Take mail until the end of the block; with a certificate, only after STARTTLS and a login."""
    host = MailHost(port)
    more: dict[str, Any] = {}
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        more = {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": host.authenticate,
        }
    controller = Controller(host, hostname="127.0.0.1", port=port, **more)
    controller.start()
    try:
        yield host
    finally:
        controller.stop()
        with warnings.catch_warnings():  # A handshake that failed leaves its socket to the collector.
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


def certificate_in(folder: Path) -> Path:
    """A key and a certificate for this computer, in one file that also is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "host.pem"
    path.write_bytes(private + built.public_bytes(serialization.Encoding.PEM))
    return path

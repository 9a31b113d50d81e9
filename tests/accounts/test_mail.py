"""Letters reach a real mail server by the queue; pages answer also where nothing takes mail."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import allauth
import pytest
from aiosmtpd.controller import Controller
from pytest_django.fixtures import Settings

from advisor.accounts.letters import LETTERS, NOTES
from advisor.mailer import mailer
from tests.accounts.people import ADDRESS, LINK, logged_in, sign_up, visitor
from tests.servers.celery_worker import CeleryWorker

NOT_OFFERED = ("login_code", "reset_code", "webauthn", "phone")


class Box:
    """What a mail server does with letters: it keeps them."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a letter."""
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"

    def wait(self, seconds: float = 20) -> EmailMessage:
        """The newest letter, once there is one."""
        deadline = time.monotonic() + seconds
        while not self.letters:
            assert time.monotonic() < deadline, "no letter came"
            time.sleep(0.05)
        return self.letters[-1]


@pytest.fixture
def box() -> Iterator[tuple[Box, str]]:
    """A mail server and its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = Box()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept, f"smtp://127.0.0.1:{port}"
    controller.stop()


def use(settings: Settings, url: str) -> None:
    """Let this process send mail there."""
    settings.MAIL_IS_KEPT = False
    settings.MAILERS = {"default": mailer(url, kept_in=Path())}


def post_apart(tmp_path: Path, url: str) -> str:
    """What another process says that posts a letter while the queue's server is gone."""
    code = (
        "import time, django; django.setup()\n"
        "from django.core.mail import EmailMessage\n"
        "from advisor.accounts import mail\n"
        "start = time.monotonic()\n"
        f"mail.post(EmailMessage('Hello', 'Text', None, ['{ADDRESS}']))\n"
        "assert time.monotonic() - start < 3, 'a page would wait too long'"
    )
    given = {"REDIS_URL": f"unix://{tmp_path / 'gone.sock'}", "EMAIL_URL": url}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "advisor.settings"} | given,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_without_a_queue_a_letter_is_sent_directly(box: tuple[Box, str], tmp_path: Path) -> None:
    kept, url = box
    post_apart(tmp_path, url)
    assert kept.wait()["Subject"] == "Hello"


def test_without_queue_and_mail_server_the_page_answers_and_the_log_tells(tmp_path: Path) -> None:
    said = post_apart(tmp_path, "smtp://127.0.0.1:9")
    assert "mail is lost" in said
    assert ADDRESS not in said


def test_every_occasion_of_allauth_that_can_come_up_has_its_text() -> None:
    templates = Path(allauth.__file__).parent / "templates"
    for folder, end, said in (("email", "_subject.txt", LETTERS), ("messages", ".txt", NOTES)):
        for app in ("account", "mfa", "usersessions"):
            for file in (templates / app / folder).glob(f"*{end}"):
                name = f"{app}/{folder}/{file.name}"
                if not any(word in name for word in NOT_OFFERED):
                    assert name.removesuffix("_subject.txt") in said, name


def test_a_letter_leaves_by_the_queue_and_its_link_opens_the_account(
    box: tuple[Box, str],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    celery_worker: CeleryWorker,
) -> None:
    kept, url = box
    use(settings, url)
    client = visitor()
    assert sign_up(client).status_code == 302
    assert kept.letters == []  # nobody waits for the mail server
    monkeypatch.setenv("EMAIL_URL", url)
    celery_worker.start()
    letter = kept.wait()
    assert letter["To"] == ADDRESS
    found = LINK.search(letter.get_content())
    assert found
    client.post(found[1])
    assert logged_in(client)
    assert ADDRESS not in celery_worker.log.read_text()
    assert found[1] not in celery_worker.log.read_text()

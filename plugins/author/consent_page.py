"""The register of consents as a page: what each covers, where it is used, what ends soon; add, change and withdraw."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.checked import address_in
from plugins.author.consent_views import ConsentCard, ConsentsPage
from plugins.author.consent_withdrawn import NotWithdrawn, steps_page, withdraw
from plugins.author.forms.actions import empty
from plugins.author.forms.difference import difference
from plugins.author.forms.fields import FieldView, FormContext, record_fields
from plugins.author.forms.state import State, sent, state_of, typed
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, rendered
from plugins.author.views import Link
from plugins.consent.register import Consent, Register, read_register
from plugins.contract.shape import Part
from plugins.engine.build_moment import build_moment
from plugins.files import add_file, write_file
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Node, read_yaml
from plugins.frontmatter.changes import Wanted, said
from plugins.frontmatter.editing import CannotEdit, with_values
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.withdrawal.uses import Use, uses_of
from plugins.words import dates

_CONSENT = Part(Consent)
_NUMBER = re.compile(r"(?=.*[^\W\d_])(?=.*\d)[\w-]{2,20}")
_NEW = "new"
_SAID = {"saved": "Saved.", "added": "Added.", "same": "Nothing had changed."}
_LED_TO_A_NAME = "Write a letter and a number, such as C-07. Who signed does not belong here."
_CHANGED = "Somebody else changed this consent meanwhile. What you typed is here: look, and save again."


@dataclass(frozen=True)
class Consents:
    """The register of one diary, for a desk whose forms carry `token`."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    token: str

    @property
    def _file(self) -> Path:
        return self.content / "consent.yml"

    @property
    def _source(self) -> str:
        return f"{self.content.name}/consent.yml"

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        if path != ADDRESSES.consent:
            return None
        if asked.get("steps"):
            return page_response(steps_page(self.content, asked["steps"], self.zone))
        return self._page(asked_for=asked.get("id", ""), said_word=_SAID.get(asked.get("done", ""), ""))

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.consent: self._answer}

    def _answer(self, request: Request) -> Response:
        number = " ".join(request.form.get("id", "").split())
        if request.form.get("do") == "withdraw":
            try:
                withdraw(self.content, number, self.zone)
            except NotWithdrawn as reason:
                return self._page(asked_for=number, fault=str(reason), status=HTTPStatus.CONFLICT)
            return redirect(f"{ADDRESSES.consent}?{urlencode({'steps': number})}")
        return self._save(request, number)

    def _save(self, request: Request, number: str) -> Response:
        key = request.form.get("form", "")
        place = sent(request.pairs).below.get(key)
        state, node = typed(_CONSENT, place), self._node(number)
        try:
            if key == _NEW:
                self._refuse_taken(number)
            elif request.form.get("version") != _version(node):
                raise CannotEdit(_CHANGED)
            wanted = difference(_CONSENT, node, state, self.zone)
            if key == _NEW and not (isinstance(wanted, Mapping) and wanted.get("covers")):
                raise CannotEdit("Choose what it covers.")
            is_new = self._write(number, wanted)
        except (CannotEdit, OSError) as reason:
            return self._page(number, fault=str(reason), status=HTTPStatus.CONFLICT, typed_state=(key, state))
        done = ("added" if key == _NEW else "saved") if is_new else "same"
        return redirect(f"{ADDRESSES.consent}?{urlencode({'id': number, 'done': done})}")

    def _refuse_taken(self, number: str) -> None:
        register = self._register()[0]
        if not _NUMBER.fullmatch(number):
            raise CannotEdit(_LED_TO_A_NAME)
        if taken := (number if number in register.lines else register.spelt_like(number)):
            raise CannotEdit(f"There is a consent {taken} already. Take another number.")

    def _write(self, number: str, wanted: Wanted | None) -> bool:
        """Write an entry of the register; whether anything in it was to be changed."""
        is_there = self._file.exists()
        before = self._file.read_bytes() if is_there else b""
        after = with_values(before, {number: {} if wanted is None else wanted}, is_post=False)
        if after == before:
            return False
        if is_there:
            self.keeping.keep_version(self._source, before)
            write_file(self._file, after, below=self.content)
        else:
            add_file(self._file, after, below=self.content)
        return True

    def _register(self) -> tuple[Register, tuple[Problem, ...]]:
        return read_register(self._file, source=self._source, zone=self.zone)

    def _tree(self) -> Tree | None:
        return read_yaml(self._file, self._source)[0] if self._file.exists() else None

    def _node(self, number: str) -> Node | None:
        tree = self._tree()
        return tree.get(number) if tree else None

    # ------------------------------------------------------------ the page

    def _page(
        self,
        asked_for: str = "",
        *,
        said_word: str = "",
        fault: str = "",
        status: HTTPStatus = HTTPStatus.OK,
        typed_state: tuple[str, State] = ("", ""),
    ) -> Response:
        register, problems = self._register()
        tree = self._tree()
        entries = [(entry.key, entry.node) for entry in tree.entries] if tree else []
        used = uses_of(self.content, [number for number, _ in entries], zone=self.zone)
        cards = []
        for index, (number, node) in enumerate(entries):
            key = f"c{index}"
            state = typed_state[1] if typed_state[0] == key else state_of(_CONSENT, node)
            own = tuple(each for each in problems if each.line == register.lines.get(number))
            card = ConsentCard(
                key=key,
                id=number,
                state=self._state(register, number),
                is_soon=register.ends_soon(number, now=build_moment(self.zone), zone=self.zone) is not None,
                is_withdrawn=bool((consent := register.consents.get(number)) and consent.withdrawn),
                is_open=number == asked_for or any(each.stops for each in own),
                version=_version(node),
                fields=_fields(state, key, {each.path[-1]: each.message for each in own if each.path}),
                uses=tuple(map(_link, used[number])),
                faults=tuple(each.message for each in own),
            )
            cards.append(card)
        new = typed_state[1] if typed_state[0] == _NEW else empty(_CONSENT)
        page = ConsentsPage(
            title="Consent",
            token=self.token,
            said=said_word,
            fault=fault,
            faults=tuple(each.message for each in problems if each.line not in register.lines.values()),
            cards=tuple(cards),
            is_readable=register.is_readable,
            next_id=asked_for if typed_state[0] == _NEW else _next(register),
            new=_fields(new, _NEW, {}),
        )
        return page_response(rendered("consents.html", page), status)

    def _state(self, register: Register, number: str) -> str:
        consent = register.consents.get(number)
        if consent is None or not register.is_readable or number in register.unread:
            return "Has something to mend, and covers nothing until then"
        now = build_moment(self.zone)
        if consent.withdrawn:
            return f"Withdrawn on {dates.spoken(consent.withdrawn)}"
        if consent.until is None:
            return "Holds, without an end"
        if soon := register.ends_soon(number, now=now, zone=self.zone):
            return f"Ends soon: {dates.spoken(soon[0])}"
        ended = now > consent.until.last(self.zone)
        return f"{'Ended on' if ended else 'Holds until'} {dates.spoken(consent.until)}"


def _fields(state: State, key: str, faults: Mapping[str | int, str]) -> tuple[FieldView, ...]:
    """The fields of a consent; a withdrawal has a button of its own."""
    held = state if isinstance(state, Mapping) else {}
    context = FormContext(faults={f"{key}.{name}": (message,) for name, message in faults.items()})
    fields = record_fields(_CONSENT.record, held, context, below=f"{key}.")
    return tuple(replace(each, has_focus=False) for each in fields if each.name != f"{key}.withdrawn")


def _link(use: Use) -> Link:
    what = f"{use.what}, in {use.source}"
    is_post = use.line > 0
    return Link(what, address_in(use.source, line=use.line) if is_post else "")


def _next(register: Register) -> str:
    """The number after the highest that is taken."""
    numbers = [int(found[0]) for each in register.lines if (found := re.findall(r"\d{1,6}", each))]
    return f"C-{max(numbers, default=0) + 1:02}"


def _version(node: Node | None) -> str:
    return sha256(repr(None if node is None else said(node)).encode()).hexdigest()[:16]

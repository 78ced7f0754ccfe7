"""A table of settings, read field by field: every fault is noted with its sentence, none stops the reading."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from plugins.problems import nearest
from plugins.records import dataclass


@dataclass(slots=True)
class SettingsTable:
    """One table; `faults` is shared by the tables of one file, `where` is how its fields are named."""

    values: Mapping[str, Any]
    faults: list[str]
    where: str = ""
    _known: set[str] = field(default_factory=set)

    def text(self, name: str, example: str, *, default: str | None = None) -> str:
        """A text that is not empty; `default` if it may be left out."""
        value = self._value(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            found = "is missing" if value is None else f"found {value!r}"
            self.fault(name, f"{found}; write a text, such as {example}")
            return ""
        return value.strip()

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 on."""
        value = self._value(name)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
            self.fault(name, f"found {value!r}; write a whole number from 1 to {most}, such as {default}")
            return default
        return value

    def texts(self, name: str, example: str) -> tuple[str, ...]:
        """A list of texts, which may be left out."""
        value = self._value(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.fault(name, f"found {value!r}; write a list, such as [{example}]")
            return ()
        return tuple(value)

    def table(self, name: str) -> "SettingsTable | None":
        """A table of its own, which may be left out."""
        value = self._value(name)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.fault(name, f"found {value!r}; write a table, which begins with [{name}]")
            return None
        return SettingsTable(value, self.faults, f"{self.where}{name}.")

    def tables(self, name: str) -> "tuple[SettingsTable, ...]":
        value = self._value(name)
        if not isinstance(value, list) or not all(isinstance(entry, Mapping) for entry in value) or not value:
            found = "is missing" if value is None else f"found {value!r}"
            self.fault(name, f"{found}; write at least one table, which begins with [[{name}]]")
            return ()
        return tuple(
            SettingsTable(entry, self.faults, f"{self.where}{name}[{place}].") for place, entry in enumerate(value)
        )

    def fault(self, name: str, sentence: str) -> None:
        self.faults.append(f"{self.where}{name}: {sentence}")

    def refuse_unknown(self) -> None:
        """Whatever has not been asked for is a slip."""
        for name in self.values:
            if name not in self._known:
                meant = nearest(name, self._known)
                self.fault(name, "there is no such setting" + (f"; did you mean {meant}?" if meant else ""))

    def _value(self, name: str) -> Any:
        self._known.add(name)
        return self.values.get(name)

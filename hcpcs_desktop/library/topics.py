"""Pages of guidance in a library: what a query finds among them, and what a page needs."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import msgspec

from hcpcs_desktop.domain import denial, topic
from hcpcs_desktop.domain.checklist import Template
from hcpcs_desktop.domain.denial import Denial, Remittance
from hcpcs_desktop.domain.place import Place
from hcpcs_desktop.domain.plain_words import plain_words
from hcpcs_desktop.domain.topic import Topic
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.connection import Library

_kept: WeakKeyDictionary[Library, "Guidance"] = WeakKeyDictionary()


@dataclass(frozen=True)
class Guidance:
    """All denials and places of a library, read once."""

    remittance: Remittance
    places: tuple[Place, ...]
    connection: sqlite3.Connection

    def find(self, text: str, *, alone: bool) -> tuple[Topic, ...]:
        """What a text names, goes by, or, where nothing else answers, describes."""
        found = topic.named(text, self.remittance, self.places)
        found = found or self._by_name.get(plain_words(text), ())
        if found or not alone:
            return found
        return topic.described(text, self.remittance, self.places)

    def page_of(self, key: str) -> tuple[Denial, str] | Place:
        """The reason or remark with its group, or the place, of a key; raises UserError."""
        asked = topic.asked_of(key)
        if isinstance(asked, str):
            place = next((each for each in self.places if each.code == asked), None)
            if place is not None:
                return place
        else:
            found = denial.known(self.remittance.denials, asked)
            if found is not None:
                return found, asked.group
        raise UserError(f"The library has nothing on {key}.", "not_found")

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, ...], tuple[Topic, ...]]:
        return topic.by_name(self.remittance, self.places)

    @cached_property
    def templates(self) -> Sequence[Template]:
        """The templates of checklists."""
        rows = self.connection.execute("SELECT template FROM checklist ORDER BY id")
        return tuple(msgspec.json.decode(template, type=Template) for (template,) in rows)

    def examples(self, code: str) -> Mapping[str, str]:
        """The same, with ``code`` first, for the templates that it has itself."""
        row = self.connection.execute("SELECT traits FROM code WHERE code = ?", [code]).fetchone()
        if row is None:
            return self.example_of
        traits = frozenset(row[0].split())
        fitting = [each for each in self.templates if each.fits(code, traits)]
        fitting.sort(key=lambda each: (each.order, each.id))
        own = {each.id: code for each in fitting}
        return {**own, **{name: own.get(name, other) for name, other in self.example_of.items()}}

    @cached_property
    def example_of(self) -> Mapping[str, str]:
        """For each template, by its id, a code in use that has it."""
        rows = self.connection.execute(
            "SELECT traits, min(code) FROM code WHERE kind = 'code' AND ended IS NULL"
            " GROUP BY traits ORDER BY traits"
        ).fetchall()
        kinds = [(frozenset(traits.split()), code) for traits, code in rows]
        found = {}
        for template in sorted(self.templates, key=lambda each: (each.order, each.id)):
            named = [each[:5] for each in template.codes]
            fitting = [code for traits, code in kinds if template.fits(code, traits)]
            if example := self._first_known(named) or min(fitting, default=""):
                found[template.id] = example
        return found

    def _first_known(self, codes: Sequence[str]) -> str:
        for code in codes:
            if self.connection.execute("SELECT 1 FROM code WHERE code = ?", [code]).fetchone():
                return code
        return ""


def guidance_of(library: Library) -> Guidance:
    """The guidance of a library, read at the first use."""
    if library not in _kept:
        content = dict(library.connection.execute("SELECT subject, content FROM guidance"))
        _kept[library] = Guidance(
            msgspec.json.decode(content["remittance"], type=Remittance),
            msgspec.json.decode(content["places"], type=tuple[Place, ...]),
            library.connection,
        )
    return _kept[library]

"""The worksheets: every tick and note on disk before the call returns; a deleted one is gone."""

from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection, Cursor
from typing import Any
from uuid import uuid4

import msgspec

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.worksheet import (
    LONGEST_LABEL,
    LONGEST_NOTE,
    Entry,
    Progress,
    Sheet,
    State,
    Worksheet,
)
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import forgetting
from hcpcs_desktop.notebook.access import Access, now

_COLUMNS = (
    "id, label, code, description, title, payer, profile, setting, made_from, made_on, archived"
)
_LISTED = """
SELECT id, label, code, payer, profile, setting, made_on, archived,
  count(CASE WHEN state = 'done' THEN 1 END), count(CASE WHEN state = 'open' THEN 1 END),
  count(CASE WHEN state = 'not_applicable' THEN 1 END)
FROM worksheet LEFT JOIN worksheet_item ON worksheet = id
WHERE archived = ? GROUP BY id ORDER BY changed_at DESC, made_on DESC, label
"""


class Worksheets:
    """The worksheets in the notebook, by their id."""

    def __init__(self, access: Access) -> None:
        """Keep them there."""
        self._access = access

    def begin(self, worksheet: Worksheet) -> Worksheet:
        """Keep a new worksheet; with its id. Raises UserError for a bad label."""
        kept = replace(worksheet, label=_label(worksheet.label), id=uuid4().hex)
        with self._access.writing() as connection:
            connection.execute(
                f"INSERT INTO worksheet ({_COLUMNS}, changed_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*_row(kept), now()),
            )
            _insert_entries(connection, kept)
        return kept

    def listed(self, *, archived: bool) -> tuple[Sheet, ...]:
        """The worksheets at work, or those put away; the one changed last comes first."""
        rows = self._access.read(_LISTED, int(archived))
        return tuple(_sheet(row) for row in rows)

    def get(self, worksheet: str) -> Worksheet:
        """A worksheet; raises UserError where it is not there any more."""
        rows = self._access.read(f"SELECT {_COLUMNS} FROM worksheet WHERE id = ?", worksheet)
        if not rows:
            raise _gone()
        id_, label, code, description, title, payer, profile, setting, made_from, on, away = rows[0]
        return Worksheet(
            label=label,
            code=code,
            description=description,
            title=title,
            payer=payer,
            setting=setting,
            made_from=made_from,
            entries=self._entries(worksheet),
            profile=profile,
            id=id_,
            made_on=on,
            archived=bool(away),
        )

    def set_state(self, worksheet: str, item_id: str, state: State) -> None:
        """Tick an item, open it again, or say that it is not applicable."""
        self._set_entry(worksheet, item_id, "state", state)

    def set_note(self, worksheet: str, item_id: str, text: str) -> None:
        """Keep a note on an item; blank text is no note. Raises UserError where it is too long."""
        if len(text) > LONGEST_NOTE:
            raise UserError(f"A note has at most {LONGEST_NOTE:,} characters.", "note_too_long")
        self._set_entry(worksheet, item_id, "note", text.strip())

    def rename(self, worksheet: str, label: str) -> str:
        """Give it another label; as it was saved. Raises UserError for a bad one."""
        found = _label(label)
        self._set(worksheet, "label", found)
        return found

    def archive(self, worksheet: str, *, away: bool) -> None:
        """Put it away, or take it out again."""
        self._set(worksheet, "archived", int(away))

    def bring_up_to_date(self, worksheet: Worksheet) -> None:
        """Keep other items for a worksheet, as ``domain.worksheet`` made them of its own."""
        with self._access.writing() as connection:
            _require(
                connection.execute(
                    "UPDATE worksheet SET title = ?, made_from = ?, changed_at = ? WHERE id = ?",
                    (worksheet.title, worksheet.made_from, now(), worksheet.id),
                )
            )
            connection.execute("DELETE FROM worksheet_item WHERE worksheet = ?", (worksheet.id,))
            _insert_entries(connection, worksheet)

    def delete(self, worksheet: str) -> tuple[Path, ...]:
        """Delete it for good, out of the backups too; the files that could not be cleared.

        Those are tried again each time the notebook is opened.
        """
        with self._access.writing() as connection:
            forgetting.forget(connection, worksheet)
            connection.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (worksheet,))
        return forgetting.clear(self._access)

    def _entries(self, worksheet: str) -> tuple[Entry, ...]:
        rows = self._access.read(
            "SELECT item, state, note, dropped FROM worksheet_item WHERE worksheet = ?"
            " ORDER BY position",
            worksheet,
        )
        return tuple(
            Entry(msgspec.json.decode(item, type=Item), state, note, bool(dropped))
            for item, state, note, dropped in rows
        )

    def _set(self, worksheet: str, column: str, value: str | int) -> None:
        with self._access.writing() as connection:
            _require(
                connection.execute(
                    f"UPDATE worksheet SET {column} = ?, changed_at = ? WHERE id = ?",
                    (value, now(), worksheet),
                )
            )

    def _set_entry(self, worksheet: str, item_id: str, column: str, value: str) -> None:
        with self._access.writing() as connection:
            connection.execute(
                f"UPDATE worksheet_item SET {column} = ? WHERE worksheet = ? AND item_id = ?",
                (value, worksheet, item_id),
            )
            _require(
                connection.execute(
                    "UPDATE worksheet SET changed_at = ? WHERE id = ?", (now(), worksheet)
                )
            )


def _require(done: Cursor) -> None:
    """Refuse to write to a worksheet that is gone: nothing of it may come back."""
    if not done.rowcount:
        raise _gone()


def _gone() -> UserError:
    return UserError("This worksheet was deleted in another window.", "worksheet_gone")


def _sheet(row: tuple[Any, ...]) -> Sheet:
    id_, label, code, payer, profile, setting, made_on, away, done, left, out = row
    found = Progress(done, done + left, out)
    return Sheet(id_, label, code, payer, profile, setting, made_on, bool(away), found)


def _row(worksheet: Worksheet) -> tuple[object, ...]:
    """The columns in the order of ``_COLUMNS``."""
    return (
        worksheet.id,
        worksheet.label,
        worksheet.code,
        worksheet.description,
        worksheet.title,
        worksheet.payer,
        worksheet.profile,
        worksheet.setting,
        worksheet.made_from,
        worksheet.made_on,
        int(worksheet.archived),
    )


def _insert_entries(connection: Connection, worksheet: Worksheet) -> None:
    connection.executemany(
        "INSERT INTO worksheet_item VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                worksheet.id,
                position,
                entry.item.id,
                msgspec.json.encode(entry.item).decode(),
                entry.state,
                entry.note,
                int(entry.dropped),
            )
            for position, entry in enumerate(worksheet.entries)
        ],
    )


def _label(typed: str) -> str:
    label = " ".join(typed.split())
    if not 0 < len(label) <= LONGEST_LABEL:
        raise UserError(
            f"Give the worksheet a label of 1 to {LONGEST_LABEL} characters.", "bad_label", "label"
        )
    return label

"""The payers of the clinic, each with what it wants."""

from sqlite3 import Connection

import msgspec

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.payer_profile import PayerProfile, checked
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook.access import Access, now


class Profiles:
    """The payer profiles in the notebook; names are alike whatever their case."""

    def __init__(self, access: Access) -> None:
        """Keep them there."""
        self._access = access

    def all(self) -> tuple[PayerProfile, ...]:
        """Every profile, by name."""
        rows = self._access.read("SELECT content FROM payer_profile ORDER BY name")
        return tuple(_profile(content) for (content,) in rows)

    def named(self, name: str) -> PayerProfile | None:
        """The profile of a name; None where there is none."""
        rows = self._access.read("SELECT content FROM payer_profile WHERE name = ?", name)
        return _profile(rows[0][0]) if rows else None

    def save(self, profile: PayerProfile, instead_of: str = "") -> PayerProfile:
        """Keep a profile, in the place of the one named ``instead_of``; as it was saved.

        Raises UserError, with the field at fault, for one that makes no sense, or whose name
        another one has.
        """
        try:
            found = checked(profile)
        except InputError as error:
            reason = f"{error.reason[:1].upper()}{error.reason[1:]}"
            raise UserError(reason, "bad_profile", error.field) from error
        taken = self.named(found.name)
        if taken is not None and taken.name.casefold() != instead_of.casefold():
            raise UserError(
                f"There is a profile {taken.name} already. Choose another name.",
                "bad_profile",
                "name",
            )
        with self._access.writing() as connection:
            connection.execute("DELETE FROM payer_profile WHERE name = ?", (instead_of,))
            _insert(connection, found)
            if instead_of:  # worksheets go on for the payer under its new name
                names = (found.name, instead_of)
                connection.execute("UPDATE worksheet SET profile = ? WHERE profile = ?", names)
        return found

    def take_in(self, profiles: tuple[PayerProfile, ...]) -> None:
        """Keep profiles of a file, all or none; those of the same names are replaced."""
        with self._access.writing() as connection:
            for each in profiles:
                _insert(connection, each)

    def remove(self, name: str) -> None:
        """Remove a profile."""
        with self._access.writing() as connection:
            connection.execute("DELETE FROM payer_profile WHERE name = ?", (name,))


def _insert(connection: Connection, profile: PayerProfile) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO payer_profile VALUES (?, ?, ?)",
        (profile.name, msgspec.json.encode(profile).decode(), now()),
    )


def _profile(content: str) -> PayerProfile:
    return msgspec.json.decode(content, type=PayerProfile)

"""The clinic's own checklist templates."""

import msgspec

from hcpcs_desktop.domain.clinic_template import ClinicTemplate
from hcpcs_desktop.notebook.access import Access, now


class Templates:
    """The templates in the notebook, by their id."""

    def __init__(self, access: Access) -> None:
        """Keep them there."""
        self._access = access

    def all(self) -> tuple[ClinicTemplate, ...]:
        """Every template, in the order of their ids."""
        rows = self._access.read("SELECT content FROM clinic_template ORDER BY id")
        return tuple(msgspec.json.decode(content, type=ClinicTemplate) for (content,) in rows)

    def take_in(self, template: ClinicTemplate) -> None:
        """Keep a template, in the place of one with the same id."""
        with self._access.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO clinic_template VALUES (?, ?, ?)",
                (template.template.id, msgspec.json.encode(template).decode(), now()),
            )

    def remove(self, template: str) -> None:
        """Remove a template; the program's own items are as they were."""
        with self._access.writing() as connection:
            connection.execute("DELETE FROM clinic_template WHERE id = ?", (template,))

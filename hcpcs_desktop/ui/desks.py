"""The desks that need nothing of the main window but what every desk needs.

A further room of the program is a desk in a file of its own, a line here, and its commands in
``actions.COMMANDS``. Importing a desk must cost next to nothing: the start waits for it.
"""

from hcpcs_desktop.ui.desk import Desk
from hcpcs_desktop.ui.library_desk import LibraryDesk
from hcpcs_desktop.ui.payers.desk import PayerDesk
from hcpcs_desktop.ui.templates.desk import TemplateDesk
from hcpcs_desktop.ui.worksheets.desk import WorksheetDesk

DESKS: tuple[type[Desk], ...] = (LibraryDesk, WorksheetDesk, PayerDesk, TemplateDesk)

"""The panes that have nothing to tell but the links in them, made when their tab is first seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from hcpcs_desktop.library.checks import Checks
    from hcpcs_desktop.ui.edits.pane import EditsPane
    from hcpcs_desktop.ui.guide.pane import GuidePane
    from hcpcs_desktop.ui.history.pane import HistoryPane

LinkedPane: TypeAlias = "GuidePane | EditsPane | HistoryPane"


def linked(name: str, checks: "Callable[[], Checks]") -> "LinkedPane":
    """The pane of the tab of this name; its modules are read now, not at the start."""
    if name == "guide":
        from hcpcs_desktop.ui.guide.pane import GuidePane

        return GuidePane()
    if name == "edits":
        from hcpcs_desktop.ui.edits.pane import EditsPane

        return EditsPane(checks)
    from hcpcs_desktop.ui.history.pane import HistoryPane

    return HistoryPane()

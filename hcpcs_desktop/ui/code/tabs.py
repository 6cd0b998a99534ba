"""The tabs of a code, in order; the modules of a pane are read when it is first seen."""

from dataclasses import dataclass

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.code.code_tabs import TabWords


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: the name by which it is remembered, and its words.

    ``for_drugs`` is one that other codes do not have, ``for_priced`` one of drugs and of all that
    CMS's drug files list, ``for_codes`` one that modifiers do not have.
    """

    name: str
    words: TabWords
    for_drugs: bool = False
    for_priced: bool = False
    for_codes: bool = False

    def is_offered(self, page: CodePage) -> bool:
        """Whether a code has this tab."""
        if self.for_priced:
            return page.is_drug or bool(page.price_history or page.products)
        if self.for_codes:
            return page.kind == "code"
        return page.is_drug or not self.for_drugs


TABS = (
    Tab("record", TabWords("Record", "Record")),
    Tab("guide", TabWords("Billing guide", "Guide")),
    Tab("checklist", TabWords("Checklist", "Checklist")),
    Tab("units", TabWords("Units & waste", "Units"), for_drugs=True),
    Tab("products", TabWords("Products & price", "Products"), for_priced=True),
    Tab("modifiers", TabWords("Modifiers", "Modifiers")),
    Tab("edits", TabWords("Edits", "Edits"), for_codes=True),
    Tab("similar", TabWords("Similar codes", "Similar")),
    Tab("history", TabWords("History", "History")),
)

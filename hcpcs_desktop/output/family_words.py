"""The kinds of CMS files in words."""

FAMILY_WORDS = {
    "anweb": "List of codes",
    "record_layout": "Record layout",
    "processing_notes": "Processing notes",
    "noc": "NOC codes",
    "corrections": "Corrections",
    "transaction_report": "Transaction report",
    "asp": "Payment limits",
    "ndc_crosswalk": "NDC crosswalk",
    "mue": "MUE table",
    "ptp": "PTP edits",
    "seeds": "Came with the program",
}


def family_words(family: str) -> str:
    """A kind of file in words; a kind without words by its own name."""
    return FAMILY_WORDS.get(family, family.replace("_", " "))

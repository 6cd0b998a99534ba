"""What the form of a unit calculation calls its fields, and what can be chosen in them."""

_WHY_NOT_GUESSED = (
    "As the label says, of a syringe or a pen too. The app does not guess: one drug may come as "
    "both, as J9043 (Jevtana) is single-dose, J9064 multi-dose."
)
_VIAL_TYPES = (
    ("Choose…", None),
    ("Single-dose", "single-dose"),
    ("Multi-dose", "multi-dose"),
)
_KINDS = (
    ("Vial", "vial"),
    ("Prefilled syringe", "prefilled syringe"),
    ("Package", "package"),
)
_CLASSES = (
    ("Not a skin substitute", None),
    ("Licensed as a biologic (BLA)", "skin substitute BLA"),
    ("Not licensed as a biologic", "skin substitute non-BLA"),
)
_FORMS = (
    ("Choose…", None),
    ("Liquid: milliliters", "liquid"),
    ("Powder: containers", "powder"),
    ("Cream or ointment: grams", "topical"),
)
_SHARED = (
    ("No", None),
    ("Yes, and this is the last patient", "last patient"),
    ("Yes, and another patient follows", "another patient follows"),
)
_LINES = (
    ("As is usual for the payer", None),
    ("One line for each NDC", True),
    ("One line for all", False),
)

CHOICES: dict[str, tuple[tuple[str, object], ...]] = {
    "vial_type": _VIAL_TYPES,
    "container": _KINDS,
    "product_class": _CLASSES,
    "one_line_per_ndc": _LINES,
    "form": _FORMS,
    "shared": _SHARED,
}
"""By the name of the field: what stands in the list, and what it means."""

FIELDS = {
    "code": ("Code", ""),
    "dose": ("Dose given", ""),
    "vial_type": ("Vial type", _WHY_NOT_GUESSED),
    "payer": ("Payer", ""),
    "dos": ("Date of service", ""),
    "billing_unit": ("One billing unit is", ""),
    "overfill": ("Overfill of each container", "What it holds beyond its label."),
    "opps_status": ("OPPS status indicator", "The letter in Addendum B; N is packaged."),
    "container": ("Container", "For the words of the record."),
    "product_class": ("Skin substitute", "From 2026 the license decides on JW and JZ."),
    "one_line_per_ndc": ("Several NDCs", ""),
    "form": ("Form of the product", "For the quantity beside the NDC."),
    "shared": ("Shared with other patients", "The waste is billed for the last patient alone."),
    "given_to_others": ("Given to the other patients", "Out of the same containers."),
}
"""By the name of the field: its label and its hint."""

HIDDEN = (
    *("shared", "given_to_others", "overfill", "opps_status", "container", "product_class"),
    "one_line_per_ndc",
)
"""The fields that most calculations do not need, in their order."""

"""Units in which CMS parts codes by an amount: doses, sizes, weights, times, what is counted.

Wider than the units of ``quantity``, which are those that a dose is given in and convert by powers
of ten alone; here a width in inches meets one in centimeters.
"""

from decimal import Decimal

BARE = ""
"""The measure of a number without a unit."""

_KINDS: dict[str, dict[str, str]] = {
    "mass": {
        "1": "mcg mcgs ug microgram micrograms",
        "1000": "mg mgs milligram milligrams",
        "1000000": "g gm gms gram grams",
    },
    "volume": {"1": "ml mls cc ccs milliliter milliliters", "1000": "l liter liters litre litres"},
    "activity": {"1": "unit units iu"},
    "radioactivity": {
        "1": "uci microcurie microcuries",
        "1000": "mci millicurie millicuries",
    },
    "length": {
        "0.1": "mm millimeter millimeters",
        "1": "cm centimeter centimeters",
        "2.54": "in inch inches",
        "30.48": "ft foot feet",
    },
    "area": {
        "1": "sq_cm sq_cms sq_centimeter sq_centimeters cm2",
        "6.4516": "sq_in sq_inch sq_inches",
        "929.0304": "sq_ft sq_foot sq_feet",
    },
    "weight": {"1": "lb lbs pound pounds", "2.2046": "kg kgs kilogram kilograms"},
    "time": {
        "1": "min mins minute minutes",
        "60": "hr hrs hour hours",
        "1440": "day days",
        "10080": "week weeks wk wks",
    },
    "months": {"1": "month months"},
    "age": {"1": "year years yr yrs yo"},
    "pressure": {"1": "mmhg mm_hg"},
    "energy": {"1": "mev"},
    "refraction": {"1": "d diopter diopters"},
    "sphere": {"1": "sphere d_sphere"},
    "cylinder": {"1": "cylinder cyl d_cylinder"},
    "percent": {"1": "% percent"},
    "flow": {"1": "lpm liters_per_minute l/min"},
    "french": {"1": "fr french"},
    "gauge": {"1": "ga gauge"},
    "group": {"1": "group"},
    "level": {"1": "level"},
    "drug classes": {"1": "class classes class(es)"},
    "implants": {"1": "implant implants"},
    "areas": {"1": "area areas"},
    "electrodes": {"1": "electrode electrodes"},
}  # fmt: skip

MEASURES = {
    spelling.replace("_", " "): (measure, Decimal(times))
    for measure, units in _KINDS.items()
    for times, spellings in units.items()
    for spelling in spellings.split()
}
"""Every way to write a unit: its measure, and how many base units it is."""

THINGS = tuple(
    spelling
    for spelling, (measure, _) in MEASURES.items()
    if measure in {"drug classes", "implants", "areas", "electrodes"}
)
"""What is counted; other words may stand between the number and these: ``3 separate areas``."""

IDENTITIES = frozenset({"percent", "group", "level"})
"""Measures of which another amount is another thing: 5 % is never sold as 10 %."""

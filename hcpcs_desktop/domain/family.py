"""The families of services: the one that a code belongs to decides how it is documented.

Which family that is, ``traits`` says. A family is one of a code's traits.
"""

INFUSED_DRUG = "infused_drug"
ORAL_DRUG = "oral_drug"
INHALED_DRUG = "inhaled_drug"
DRUG_DEVICE = "drug_device"
VACCINE = "vaccine"
IMAGING_AGENT = "imaging_agent"
SKIN_SUBSTITUTE = "skin_substitute"
BLOOD_PRODUCT = "blood_product"
DRUG_ADMINISTRATION = "drug_administration"
PHARMACY_FEE = "pharmacy_fee"
HOME_INFUSION = "home_infusion"
HOME_CARE = "home_care"
SITE_OF_CARE = "site_of_care"
DME = "dme"
SUPPLY = "supply"
SURGICAL_DRESSING = "surgical_dressing"
COMPRESSION = "compression"
CAST = "cast"
DIALYSIS = "dialysis"
ORTHOTICS_PROSTHETICS = "orthotics_prosthetics"
THERAPEUTIC_SHOE = "therapeutic_shoe"
ENTERAL_PARENTERAL = "enteral_parenteral"
DEVICE = "device"
VISION = "vision"
HEARING = "hearing"
SPEECH = "speech"
AMBULANCE = "ambulance"
TRANSPORT = "transport"
LABORATORY = "laboratory"
RADIOLOGY = "radiology"
PROCEDURE = "procedure"
BEHAVIORAL_HEALTH = "behavioral_health"
PROFESSIONAL_SERVICE = "professional_service"
QUALITY_MEASURE = "quality_measure"
ADMINISTRATIVE = "administrative"
GENERAL = "general"

SUPPLIED = frozenset(
    {SUPPLY, SURGICAL_DRESSING, COMPRESSION, ORTHOTICS_PROSTHETICS, THERAPEUTIC_SHOE}
    | {ENTERAL_PARENTERAL, VISION, HEARING}
)
"""Families of items that are dispensed on an order, other than equipment."""

DRUGS = frozenset({INFUSED_DRUG, ORAL_DRUG, INHALED_DRUG, DRUG_DEVICE, VACCINE, IMAGING_AGENT})
"""Families of what is given to a patient for its effect and billed by amount."""

SERVICES = frozenset(
    {DRUG_ADMINISTRATION, HOME_CARE, SPEECH, LABORATORY, RADIOLOGY, PROCEDURE}
    | {BEHAVIORAL_HEALTH, PROFESSIONAL_SERVICE}
)
"""Families of services that somebody performs and writes a note on."""

FAMILIES = (
    SUPPLIED
    | SERVICES
    | DRUGS
    | {SKIN_SUBSTITUTE, BLOOD_PRODUCT, PHARMACY_FEE, HOME_INFUSION, SITE_OF_CARE, DME, CAST}
    | {DIALYSIS, DEVICE, AMBULANCE, TRANSPORT, QUALITY_MEASURE, ADMINISTRATIVE, GENERAL}
)
"""Every family there is."""

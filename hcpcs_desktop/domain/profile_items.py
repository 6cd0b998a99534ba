"""The items of a checklist that a payer's profile decides, in place of what holds in general."""

from collections.abc import Iterator

from hcpcs_desktop.domain.checklist import Item, Subject
from hcpcs_desktop.domain.codes import named_in
from hcpcs_desktop.domain.family import INFUSED_DRUG
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.traits import DRUG

_JW_JZ = {
    "wanted": ("JW or JZ on every line of a single-dose container", "{NAME} wants them."),
    "ignored": (
        "JW and JZ may stand on the line or not; waste is in the record",
        "{NAME} takes no notice of them.",
    ),
    "refused": ("No JW and no JZ on the line; waste is in the record", "{NAME} refuses them."),
}


def items(profile: PayerProfile, code: str, traits: frozenset[str]) -> tuple[Item, ...]:
    """What the profile says of a code; nothing where it leaves all of it open."""
    return (
        *(_drug_items(profile, takes_jw_jz=INFUSED_DRUG in traits) if DRUG in traits else ()),
        *_s_codes(profile, code),
        *_authorization(profile, code),
    )


def _drug_items(profile: PayerProfile, *, takes_jw_jz: bool) -> Iterator[Item]:
    if profile.jw_jz is not None and profile.payer != "medicare" and takes_jw_jz:
        text, why = _JW_JZ[profile.jw_jz]
        prevents = ("16", "N822") if profile.jw_jz == "wanted" else ("4", "N823")
        yield _item(profile, "jw_jz", text, why, prevents)
    if profile.ndc_required:
        units = " or ".join(profile.ndc_qualifiers)
        text = "NDC with its quantity on the claim line" + (f", in {units}" if units else "")
        why = "{NAME} wants the NDC" + (" in these units alone." if units else ".")
        yield _item(profile, "ndc", text, why, ("16", "M119"))
    if profile.ndc_required is False:
        text, why = "No NDC on the claim line", "{NAME} wants none."
        yield _item(profile, "ndc", text, why, ("16", "M119"))
    if profile.one_line_per_ndc is not None:
        text = (
            "One line for each NDC"
            if profile.one_line_per_ndc
            else "One line of units, also where two NDCs were opened"
        )
        yield _item(profile, "line_per_ndc", text, "{NAME} wants it so.", ("16", "18"))
    if profile.sourcing:
        text = f"Drug from where the payer wants it: {profile.sourcing}"
        why = "{NAME} pays for it from nowhere else."
        yield _item(profile, "sourcing", text, why, ("242", "272"))


def _s_codes(profile: PayerProfile, code: str) -> Iterator[Item]:
    if not code.startswith("S") or profile.takes_s_codes is None:
        return
    if profile.takes_s_codes:
        text, why = "This S code is among those that the payer takes", "{NAME} takes S codes."
    else:
        text = "Code that the payer wants in place of the S code"
        why = "{NAME} takes no S codes."
    yield _item(profile, "s_codes", text, why, ("96", "204"))


def _authorization(profile: PayerProfile, code: str) -> Iterator[Item]:
    if not named_in(code, profile.authorization_codes):
        return
    text = "Authorization: number, dates, code and units"
    yield _item(profile, "authorization", text, "{NAME} wants one for this code.", ("197", "15"))
    if profile.reauthorization_every or profile.reauthorization_evidence:
        every, evidence = profile.reauthorization_every, profile.reauthorization_evidence
        text = f"Reauthorized every {every}" if every else "Reauthorized in time"
        if evidence:
            text = f"{text}, with: {evidence}"
        why = "{NAME} pays nothing past the last authorized day."
        yield _item(profile, "reauthorization", text, why, ("197", "198"))


def _item(
    profile: PayerProfile, about: Subject, text: str, why: str, prevents: tuple[str, ...]
) -> Item:
    return Item(
        id=f"profile-{about.replace('_', '-')}",
        text=text,
        why=why.replace("{NAME}", profile.name),
        source=f"Payer profile {profile.name}",
        prevents=prevents,
        about=about,
        origin=f"your payer profile {profile.name}",
    )

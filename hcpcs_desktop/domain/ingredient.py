"""What a code is about, in a form in which two codes can be compared: drug, or per-diem therapy.

Source: the wording of CMS's long descriptions (July 2025).
"""

import re

_LEAD = re.compile(
    r"^(?:injection|inj|infusion|instillation|implant|prescription drug|oral)\b"
    r"[,.:]?\s*(?:of\s+)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_AMOUNT = re.compile(r"(?:^|\s)(?:per|up to|each|\d[\d,.]*)(?:\s|$|%)")
_SUFFIX = re.compile(r"(?<=[a-z])-[a-z]{4}$")
_SALTS = frozenset(
    "acetate acetonide aspartate benzathine besylate bitartrate calcium carbonate chloride citrate "
    "cypionate decanoate diacetate dihydrate dimesylate dipotassium disodium ditromethamine "
    "enanthate fumarate gluconate glycinate hcl hexacetonide hydrobromide hydrochloride hyclate "
    "lactate magnesium maleate mesylate monohydrate nitrate palmitate pamoate phosphate potassium "
    "procaine propionate salicylate sodium succinate sulfate tartrate tosylate trisodium "
    "undecanoate valerate".split()
)
_FORMS = frozenset(
    "concentrated cream depot dosage dose extended-release form for formulation human implant in "
    "infusion inhalation inhaler injectable intravenous intramuscular liposomal liposome lipid "
    "lyophilized nonlyophilized oral pellet powder preservative free recombinant solution "
    "subcutaneous suspension unit use".split()
)
_PER_DIEM = re.compile(r"^home infusion therapy,\s*(.+?);", re.I)
_FREQUENCY = re.compile(
    r"\b(?:continuous|intermittent|implanted pump|implanted|pump|any|uninterrupted|long[- ]term|"
    r"controlled rate|rate)\b", re.I
)  # fmt: skip


def ingredient(description: str) -> str:
    """The drug of a long description in lower case, without salt, form and biosimilar suffix.

    ``Injection, cabazitaxel (sandoz), ..., 1 mg`` gives ``cabazitaxel``; empty where there is none.
    """
    words = _drug_words(description)
    drug = [word for word in words if word not in _FORMS]
    is_salt = bool(drug) and drug[0] in _SALTS  # of sodium chloride the whole is the name
    kept = drug if is_salt else [word for word in drug if word not in _SALTS]
    return " ".join(_SUFFIX.sub("", word) for word in kept) or " ".join(words)


def salt(description: str) -> str:
    """The salt that a long description names, empty where it names none."""
    return " ".join(word for word in _drug_words(description)[1:] if word in _SALTS)


def per_diem_therapy(description: str) -> str:
    """The therapy of a home infusion per diem, without how often; empty for other codes."""
    found = _PER_DIEM.match(description)
    if found is None:
        return ""
    bare = _FREQUENCY.sub(" ", _ASIDE.sub(" ", found[1].lower()))
    return " ".join(bare.replace(",", " ").split())


def names(description: str, drug: str) -> bool:
    """Whether a description names a drug: its words in full, a biosimilar with its suffix."""
    text, wanted = description.lower(), drug.lower().split()
    if not all(word in text for word in wanted):
        return False
    found = set(re.findall(r"[a-z0-9][a-z0-9\-]*", text))
    return found.issuperset(wanted)


def _drug_words(description: str) -> list[str]:
    """The words of the first part of a description that is not its lead, in lower case."""
    text = _LEAD.sub("", _ASIDE.sub(" ", description.lower()).strip())
    head = re.split(r"[,;:]", text, maxsplit=1)[0]
    amount = _AMOUNT.search(head)
    if amount is not None:
        head = head[: amount.start()]
    return re.findall(r"[a-z][a-z0-9\-']*", head)

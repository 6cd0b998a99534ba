"""A reference made up for the checks, and short ways to ask them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from hcpcs_desktop import paths
from hcpcs_desktop.domain import claim
from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.claim_request import Authorization, Claim, Line
from hcpcs_desktop.domain.edits import MueLimit, MueTable, PtpPair, PtpTable, quarter
from hcpcs_desktop.domain.finding import Finding
from hcpcs_desktop.domain.ingredient import names
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.reference import CodeFacts, ModifierFacts, Reference
from hcpcs_desktop.domain.rules import Rules
from hcpcs_desktop.domain.traits import traits_of
from hcpcs_desktop.domain.validity import Span, State, Validity
from hcpcs_desktop.domain.waste import VialType
from hcpcs_desktop.sources import modifiers as modifiers_source
from hcpcs_desktop.sources import rules as rules_source
from hcpcs_desktop.sources.modifiers import OfficialModifier

DAY = date(2025, 3, 3)

DESCRIPTIONS = {
    "J9043": ("Injection, cabazitaxel, 1 mg", "51", "C"),
    "J9064": ("Injection, cabazitaxel (sandoz), 1 mg", "51", "C"),
    "J9027": ("Injection, clofarabine, 1 mg", "51", "C"),
    "J9035": ("Injection, bevacizumab, 10 mg", "51", "C"),
    "Q5107": ("Injection, bevacizumab-awwb, biosimilar, (mvasi), 10 mg", "51", "C"),
    "J9305": ("Injection, pemetrexed, not otherwise specified, 10 mg", "51", "C"),
    "J9314": ("Injection, pemetrexed (teva), 10 mg", "51", "C"),
    "J1745": ("Injection, infliximab, excludes biosimilar, 10 mg", "51", "C"),
    "J2405": ("Injection, ondansetron hydrochloride, per 1 mg", "51", "C"),
    "J0885": ("Injection, epoetin alfa, (for non-esrd use), 1000 units", "51", "D"),
    "J7620": ("Albuterol, up to 2.5 mg and ipratropium bromide, up to 0.5 mg", "51", "D"),
    "J8501": ("Aprepitant, oral, 5 mg", "51", "D"),
    "Q2037": ("Influenza virus vaccine, for intramuscular use (fluvirin)", "54", "C"),
    "J3490": ("Unclassified drugs", "51", "D"),
    "E1399": ("Durable medical equipment, miscellaneous", "46", "C"),
    "E0260": ("Hospital bed, semi-electric, with mattress", "36", "D"),
    "E0781": ("Ambulatory infusion pump, with administrative equipment", "36", "D"),
    "E0570": ("Nebulizer, with compressor", "32", "C"),
    "L1832": ("Knee orthosis, adjustable knee joints", "38", "C"),
    "A9270": ("Non-covered item or service", "00", "M"),
    "J3520": ("Edetate disodium, per 150 mg", "51", "S"),
    "S9325": ("Home infusion therapy, pain management infusion; per diem", "00", "I"),
    "S9327": ("Home infusion therapy, intermittent pain management infusion; per diem", "00", "I"),
}
BRANDS = {"jevtana": frozenset({"J9043"}), "mvasi": frozenset({"Q5107"})}


def _facts(code: str, on: date) -> CodeFacts:
    long, pricing, coverage = DESCRIPTIONS[code]
    values = {
        "long_description": (long,),
        "pricing": (pricing,),
        "coverage": (coverage,),
        "xref": ("J9999",) if code == "J9027" else (),
    }
    added, ended = _LIVES.get(code, (date(2000, 1, 1), None))
    state: State = Validity((Span(added, ended),)).state(on)
    return CodeFacts(code, state, values, traits_of(code, values), added, ended)


_LIVES = {
    "J9064": (date(2023, 10, 1), None),
    "J9027": (date(2006, 1, 1), date(2030, 12, 31)),
}


@cache
def official() -> Mapping[str, OfficialModifier]:
    """The modifiers of the seeds by code."""
    found = modifiers_source.read(paths.seeds()).modifiers
    return {each.code: each for each in found}


@cache
def rules() -> Rules:
    """The rules of the seeds."""
    return rules_source.read(paths.seeds())


@dataclass
class MadeUp:
    """A reference of a few codes; tables of edits only where they are given."""

    newest_release: str = "2025-01"
    limits: Mapping[str, MueLimit] | None = None
    pairs: Sequence[PtpPair] | None = None
    ndcs: Mapping[str, frozenset[str]] | None = None
    asked: list[str] = field(default_factory=list)

    def code(self, code: str, on: date) -> CodeFacts | None:
        """A code of the few."""
        return _facts(code, on) if code in DESCRIPTIONS else None

    def modifier(self, modifier: str, on: date) -> ModifierFacts | None:
        """A modifier of the seeds."""
        found = official().get(modifier)
        if found is None:
            return None
        state = Validity((Span(found.added, found.ended),)).state(on)
        return ModifierFacts(modifier, found.meaning, state, found.added, found.ended)

    def has_mue(self, table: MueTable, on: date) -> bool:
        """Whether limits were given."""
        self.asked.append(table)
        return self.limits is not None

    def mue(self, code: str, table: MueTable, on: date) -> MueLimit | None:
        """The limit that was given."""
        return (self.limits or {}).get(code)

    def ptp_quarter(self, table: PtpTable, on: date) -> str:
        """The date's own quarter, where pairs were given."""
        return "" if self.pairs is None else quarter(on)

    def ptp(self, codes: Iterable[str], table: PtpTable, on: date) -> Sequence[PtpPair]:
        """The pairs that were given."""
        return self.pairs or ()

    def crosswalk(self, ndc11: str, on: date) -> frozenset[str] | None:
        """The codes that were given for an NDC."""
        return None if self.ndcs is None else self.ndcs.get(ndc11, frozenset())

    def called(self, name: str) -> frozenset[str]:
        """The codes of a trade name."""
        return BRANDS.get(name.lower(), frozenset())

    def naming(self, drug: str, on: date) -> tuple[str, ...]:
        """The codes of the few that name a drug."""
        return tuple(code for code, (long, *_) in DESCRIPTIONS.items() if names(long, drug))


def line(
    code: str,
    units: str | int | None = 1,
    *modifiers: str,
    dos: date = DAY,
    pos: str = "",
    dx: tuple[str, ...] = (),
    dose: str = "",
    billing_unit: str = "",
    vial_type: VialType | None = None,
    vials_opened: tuple[str, ...] = (),
    drug: str = "",
    ndc: str = "",
) -> Line:
    """A line, on the usual day unless another is given."""
    amount = None if units is None else Decimal(units)
    details = (pos, dx, dose, billing_unit, vial_type, vials_opened, drug, ndc)
    return Line(code, amount, dos, modifiers, *details)


def check(
    *lines: Line,
    known: Reference | None = None,
    payer: Payer = "medicare",
    setting: Setting | None = None,
    record: Mapping[str, Values] | None = None,
    record_code: str = "",
    mue: tuple[MueLimit, ...] = (),
    ptp: tuple[PtpPair, ...] = (),
    authorization_required: bool = False,
    authorization: Authorization | None = None,
    profile: PayerProfile | None = None,
) -> claim.ClaimReport:
    """Check a claim of these lines, against the reference made up here unless another is given."""
    asked = Claim(
        lines,
        payer,
        setting,
        record or {},
        record_code,
        mue,
        ptp,
        authorization_required,
        authorization,
        profile,
    )
    return claim.check(asked, known or MadeUp(), rules())


def found(report: claim.ClaimReport, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [each for each in report.findings if each.rule == rule]


def only(report: claim.ClaimReport, rule: str) -> Finding:
    """The one finding of a rule."""
    (finding,) = found(report, rule)
    return finding

"""A session without files: a few codes as CMS prints them, and a notebook in memory."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from hcpcs_desktop import paths
from hcpcs_desktop.domain import billing_unit, topic
from hcpcs_desktop.domain.checklist import Checklist, Item, Payer, Setting, Template
from hcpcs_desktop.domain.clinic import Clinic
from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.composing import compose_for
from hcpcs_desktop.domain.denial import known
from hcpcs_desktop.domain.dictionary import FIELD_NAMES, SEVERAL_PLACES
from hcpcs_desktop.domain.guide import (
    Conflict,
    Contact,
    Guide,
    GuideSection,
    SectionName,
    Similar,
    Statement,
)
from hcpcs_desktop.domain.hit import Answer, Facets, Filters, Hit, Why
from hcpcs_desktop.domain.mentions import mentioned
from hcpcs_desktop.domain.page import CodePage, PageConflict, PageField, Suggestion
from hcpcs_desktop.domain.release_diff import Comparison, difference
from hcpcs_desktop.domain.section import Branch
from hcpcs_desktop.domain.topic import TopicPage
from hcpcs_desktop.domain.validity import State
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.checks import Checks, Edits
from hcpcs_desktop.library.checks import made as checks_over
from hcpcs_desktop.library.connection import SourceRow
from hcpcs_desktop.library.folders import files_in
from hcpcs_desktop.notebook.access import Access
from hcpcs_desktop.notebook.profiles import Profiles
from hcpcs_desktop.notebook.templates import Templates
from hcpcs_desktop.notebook.worksheets import Worksheets
from hcpcs_desktop.output import topic_page
from hcpcs_desktop.sources import denials, facts, places
from hcpcs_desktop.ui.session import Earlier, Holdings
from tests.domain.claim_cases import MadeUp

from .library_facts import BEFORE, LIFE, LIMITS, PACKAGES, RECORDS, SOURCES, seen

ON = date(2020, 8, 3)
RELEASE = "2020-07"
CPT_ADVICE = "96413 is a CPT code. AMA codes are not in HCPCS Level II."

ITEMS = (
    Item("order", "Signed and dated order", "Reviewers look for it first.", "CMS", ("252",)),
    Item("diagnosis", "Diagnosis that supports it", "Necessity rests on it.", "CMS", ("50", "11")),
    Item("waste", "Amount discarded, or none", "JW or JZ.", "CMS", ("16", "N822"), ("medicare",)),
    Item("suite", "Place of service", "It must fit.", "CMS", ("5",), settings=("practitioner",)),
)
FACTS = facts.read(paths.seeds() / "facts.toml")
REMITTANCE = denials.read(paths.seeds() / "denials.toml", FACTS)
PLACES = places.read(paths.seeds() / "places.toml", FACTS)
TEMPLATE = Template("infused", 10, "Infused drug", (), ("drug", "service"), ITEMS)

_DRUG = {
    "pricing": ("51",),
    "multiple_pricing": ("A",),
    "coverage": ("C",),
    "asc": ("YY",),
    "asc_effective": ("2012-01-01",),
    "betos": ("O1D",),
    "tos": ("1", "P"),
    "added": ("2012-01-01",),
    "action": ("N",),
}
_MEANINGS = {
    "51": "Drugs",
    "A": "Priced under one method",
    "C": "Carrier judgment",
    "I": "Not payable by Medicare",
    "YY": "Approved for ambulatory surgical centers",
    "O1D": "Chemotherapy",
    "1": "Medical care",
    "P": "Lump-sum purchase of DME, prosthetics, orthotics",
    "N": "No change in this release",
}


def page_field(
    name: str, values: tuple[str, ...], *, printed: bool = True, release: str | None = RELEASE
) -> PageField:
    """A field of the record as the library would give it."""
    label = name.replace("_", " ").capitalize()
    return PageField(
        name=name,
        label=label,
        help=f"What {label} says.",
        source="CMS HCPCS record layout",
        values=values,
        meanings=tuple(_MEANINGS.get(value, "") for value in values),
        several=name in SEVERAL_PLACES,
        printed=printed,
        release=release if printed else None,
    )


def code_page(
    code: str = "J9043",
    long: str = "Injection, cabazitaxel, 1 mg",
    short: str = "Cabazitaxel injection",
    values: dict[str, tuple[str, ...]] | None = None,
    state: State = "valid",
    **changes: object,
) -> CodePage:
    """The page of a code; a drug of July 2020 unless told otherwise."""
    printed = _DRUG if values is None else values
    page = CodePage(
        code=code,
        kind=kind_of(code),
        long=long,
        short=short,
        on=ON,
        state=state,
        added=date(2012, 1, 1),
        action_effective=date(2012, 1, 1),
        terminated=None,
        release=RELEASE,
        section=("J codes", "J9000-J9999 Chemotherapy drugs"),
        fields=tuple(page_field(name, printed.get(name, ())) for name in FIELD_NAMES),
        is_drug=True,
        is_noc=False,
        billing_unit=None,
        contacts=(Contact("Codes", "CMS", "hcpcs@cms.hhs.gov", "Record pages"),),
        checklist=Checklist(code, "Infused drug", "medicare", None, ITEMS),
        provenance=("From CMS July 2020, HCPC2020_JUL_ANWEB.txt.",),
    )
    return replace(page, **changes)  # type: ignore[arg-type]


def section(name: SectionName, *statements: Statement) -> GuideSection:
    """A section of a guide; with filling, so that it is worth scrolling."""
    filling = Statement("A sentence that goes on and on. " * 30, "general")
    return GuideSection(name, (*statements, filling))


CABAZITAXEL = Guide(
    "cabazitaxel",
    "Cabazitaxel",
    "2026-11",
    "billing guide for J9027",
    ("J9043",),
    (),
    (
        section(
            "definition",
            Statement("J9064 is for the <b>Sandoz</b> product alone.", "CMS", "It was filed."),
        ),
        section("common_modifiers", Statement("Waste: JW on a second line.", "Manual ch. 17")),
    ),
)
CHEMOTHERAPY = Guide(
    "chemotherapy",
    "Infused chemotherapy",
    "2026-11",
    "billing guides",
    (),
    ("chemotherapy",),
    (section("common_denial_reasons", Statement("CO-50 is denied.", "general")),),
)
CONFLICT = PageConflict(
    Conflict(
        "cabazitaxel",
        "J9027",
        "drug",
        "J9027 stands for cabazitaxel.",
        "Injection, clofarabine, 1 mg",
        "cabazitaxel",
        ("J9043", "J9064"),
    ),
    (
        Suggestion("J9043", "Injection, cabazitaxel, 1 mg", "", None),
        Suggestion("J9064", "Injection, cabazitaxel (sandoz), 1 mg", "sandoz", None),
    ),
)

PAGES = (
    code_page(
        history=LIFE,
        prices=LIMITS[-1:],
        price_history=LIMITS,
        products=PACKAGES,
        guides=(CABAZITAXEL, CHEMOTHERAPY),
        similar=(
            Similar("J9064", "same drug, other product", "Injection, cabazitaxel (sandoz), 1 mg"),
            Similar("J9027", "guide names clofarabine", "Injection, clofarabine, 1 mg", "valid"),
        ),
    ),
    code_page(
        "J9064",
        "Injection, cabazitaxel (sandoz), not therapeutically equivalent to j9043, 1 mg",
        "Inj, cabazitaxel (sandoz)",
        {"xref": ("J9043", "JW")},
    ),
    code_page(
        "J9027",
        "Injection, clofarabine, 1 mg",
        "Clofarabine injection",
        guides=(CHEMOTHERAPY,),
        conflicts=(CONFLICT,),
    ),
    code_page(
        "J9310",
        "Injection, rituximab, 100 mg",
        "Rituximab injection",
        state="discontinued",
        terminated=date(2018, 12, 31),
    ),
    code_page(
        "S9327",
        "Home infusion therapy, intermittent pain management infusion, per diem",
        "Hit int pain per diem",
        {"pricing": ("00",), "coverage": ("I",)},
        is_drug=False,
    ),
    code_page(
        "Q5160",
        "Injection, a drug that only a list without dates names",
        "Inj, listed only",
        {},
        "unknown",
        added=None,
        fields=tuple(page_field(name, (), printed=False) for name in FIELD_NAMES),
    ),
    code_page("G0556", "Advanced primary care management services " * 100, "Adv prim care mgmt"),
    code_page(
        "J9035",
        "Injection, bevacizumab, 10 mg",
        "Bevacizumab injection",
        billing_unit=billing_unit.read("Injection, bevacizumab, 10 mg"),
    ),
    code_page("JW", "Drug amount discarded/not administered", "Discarded drug", {}, is_drug=False),
)


def hit(page: CodePage, why: str = "", marks: tuple[str, ...] = ()) -> Hit:
    """The page's line in a list of results."""
    reason = Why("brand" if why else "description", why)
    return Hit(
        page.code,
        page.kind,
        page.short,
        page.long,
        page.state,
        page.is_drug,
        reason,
        marks,
        bool(page.conflicts),
    )


def _is_left(line: Hit, filters: Filters) -> bool:
    is_drug = line.is_drug or "drug" not in filters.traits
    return is_drug and line.code.startswith(filters.letter)


def _facets(lines: Sequence[Hit]) -> Facets:
    letters = sorted({line.code[0] for line in lines})
    drugs = sum(line.is_drug for line in lines)
    return Facets(
        tuple((each, sum(line.code[0] == each for line in lines)) for each in letters),
        (("drug", drugs),) if drugs else (),
    )


@dataclass
class FakeNotebook:
    """A notebook in memory; ``broken`` makes every write fail."""

    read_only: bool = False
    broken: bool = False
    ticked: dict[str, set[str]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    access: Access = field(default_factory=Access.in_memory)

    @cached_property
    def profiles(self) -> Profiles:
        """None to begin with."""
        return Profiles(self.access)

    @cached_property
    def worksheets(self) -> Worksheets:
        """None to begin with."""
        return Worksheets(self.access)

    @cached_property
    def templates(self) -> Templates:
        """None to begin with."""
        return Templates(self.access)

    def ticks(self, code: str) -> frozenset[str]:
        """What is ticked."""
        return frozenset(self.ticked.get(code, ()))

    def set_tick(self, code: str, item_id: str, ticked: bool) -> None:
        """Tick or untick."""
        self._require_writable()
        items = self.ticked.setdefault(code, set())
        (items.add if ticked else items.discard)(item_id)

    def clear_ticks(self, code: str) -> None:
        """Untick all."""
        self._require_writable()
        self.ticked.pop(code, None)

    def opened(self, code: str) -> None:
        """Note a code."""
        self._require_writable()
        self.codes.append(code)

    def recent(self, limit: int) -> list[str]:
        """The codes noted last."""
        return list(dict.fromkeys(reversed(self.codes)))[:limit]

    def often(self) -> dict[str, int]:
        """None is opened often."""
        return {}

    def forget_openings(self) -> None:
        """Forget the codes noted."""
        self._require_writable()
        self.codes.clear()

    def favourites(self) -> list[str]:
        """The favourites, the latest first."""
        return self.wanted[::-1]

    def set_favourite(self, code: str, wanted: bool) -> None:
        """Put in or take out."""
        self._require_writable()
        if wanted:
            self.wanted.append(code)
        else:
            self.wanted.remove(code)

    def note(self, code: str) -> str:
        """A note."""
        return self.notes.get(code, "")

    def noted(self) -> frozenset[str]:
        """The codes with a note."""
        return frozenset(self.notes)

    def set_note(self, code: str, text: str) -> None:
        """Keep a note."""
        self._require_writable()
        if text.strip():
            self.notes[code] = text
        else:
            self.notes.pop(code, None)

    def setting(self, name: str) -> str | None:
        """A setting."""
        return self.settings.get(name)

    def set_setting(self, name: str, value: str) -> None:
        """Save a setting."""
        self._require_writable()
        self.settings[name] = value

    def close(self) -> None:
        """Nothing to let go of."""

    def _require_writable(self) -> None:
        if self.read_only or self.broken:
            raise UserError("The disk is full. Nothing was saved.")


@dataclass
class FakeSession:
    """A session over ``PAGES``; ``events`` is what its import reports."""

    notebook: FakeNotebook = field(default_factory=FakeNotebook)
    notebook_problem: str = ""
    has_backup_to_restore: bool = False
    held: Holdings = field(default_factory=lambda: Holdings(6440, 360, (RELEASE,)))
    after_import: Holdings | None = None
    events: list[dict[str, Any]] = field(default_factory=list)
    never_ends: bool = False
    looks: list[dict[str, Any]] = field(default_factory=list)
    never_looks: bool = False
    removed: list[str] = field(default_factory=list)
    imported: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    reference: MadeUp = field(default_factory=MadeUp)
    edits: Edits | None = None
    on: date = ON
    today: date = ON

    def restore_notebook(self) -> str:
        """Restores nothing; the real session does."""
        raise UserError("There is no sound backup of the notebook.")

    def holdings(self) -> Holdings:
        """What it holds."""
        return self.held

    def broke(self, error: BaseException) -> bool:
        """It never breaks."""
        return False

    def search(
        self,
        text: str,
        filters: Filters = Filters(),  # noqa: B008
        *,
        as_typed: bool = False,
    ) -> Answer:
        """Codes that begin with the text, or descriptions that hold it.

        ``cabazitaxal`` is corrected, unless it is wanted as typed.
        """
        self.asked.append(text)
        if not text.strip():
            return Answer(text, ON, "empty", (), (), 0, ())
        if named := topic.named(text, REMITTANCE, PLACES):
            return Answer(text, ON, "denial", (), (), 0, (), "", Facets(), named)
        if text == "96413":
            return Answer(text, ON, "code", (), (), 0, (), CPT_ADVICE)
        corrected = text == "cabazitaxal" and not as_typed
        wanted = "cabazitaxel" if corrected else text.lower()
        found = tuple(
            hit(page, "brand name: Jevtana" if page.code == "J9043" else "", (wanted,))
            for page in PAGES
            if page.code.lower().startswith(wanted) or wanted in page.long.lower()
        )
        left = tuple(each for each in found if _is_left(each, filters))
        corrections = (("cabazitaxal", "cabazitaxel"),) if corrected else ()
        facets = _facets(found)
        return Answer(text, ON, "text", corrections, (), len(left), left, "", facets)

    def prepare(self) -> Iterator[None]:
        """Nothing to read."""
        yield from ()

    def sections(self) -> tuple[Branch, ...]:
        """Two letters, one of them with a section."""
        if self.held.problem:
            return ()
        chemotherapy = Branch("J9000-J9999", "Chemotherapy drugs", 4)
        return (Branch("J", "Drugs", 4, (chemotherapy,)), Branch("S", "Private payers", 1))

    def choose_date(self, day: date) -> None:
        """Answer for this day."""
        self.on = day

    def topic(self, key: str, code: str = "") -> TopicPage:
        """A page of the seeds, whatever the library holds."""
        around = topic_page.Surroundings(
            REMITTANCE, [TEMPLATE], {TEMPLATE.id: "J9043"}, self.notebook.profiles.all()
        )
        asked = topic.asked_of(key)
        if isinstance(asked, str):
            return topic_page.of_place(next(p for p in PLACES if p.code == asked), around)
        found = known(REMITTANCE.denials, asked)
        assert found is not None
        return topic_page.of_denial(found, asked.group, around)

    def listed(self, codes: Sequence[str]) -> tuple[Hit, ...]:
        """Lines of those of ``PAGES``."""
        by_code = {page.code: page for page in PAGES}
        return tuple(hit(by_code[code]) for code in codes if code in by_code)

    def page(self, code: str, payer: Payer, setting: Setting | None, profile: str = "") -> CodePage:
        """One of the pages, with the items that hold for payer, setting and clinic."""
        page = next((page for page in PAGES if page.code == code), None)
        if page is None or self.held.problem:
            raise UserError(f"{code} is not in the library.", "not_found")
        named = self.notebook.profiles.named(profile)
        clinic = Clinic(named, self.notebook.templates.all())
        traits = frozenset({"drug", "infused_drug"} if page.is_drug else {"service"})
        checklist = compose_for([TEMPLATE], code, traits, payer, setting, clinic)
        page = replace(page, checklist=checklist, on=self.on, profile=named)
        others = {each.code for each in PAGES} - {code}
        return replace(page, mentioned=mentioned(page.texts()) & others)

    def checks(self) -> Checks:
        """The checks of the seeds' rules over a few codes."""
        if self.held.problem:
            raise UserError(self.held.problem)
        return checks_over(self.reference, (), "What {} means.".format, self.edits)

    def reopen(self) -> None:
        """Hold what the import brought."""
        self.held = self.after_import or self.held

    def reopening(self) -> Iterator[None]:
        """Hold it at once."""
        self.reopen()
        yield from ()

    def import_command(self, files: list[str], report: str) -> list[str]:
        """A small process that reports ``events`` and ends, or waits to be killed."""
        self.imported = files
        return self._process(self.events, report, waits=self.never_ends)

    def preview_command(self, files: list[str], report: str) -> list[str]:
        """A small process that reports ``looks``, or that each file is a list of codes."""
        given = [Path(each) for each in files]
        paths = [path for each in given for path in (files_in(each) if each.is_dir() else [each])]
        answer: dict[str, Any] = {"files": [seen(str(path)) for path in paths], "others": 0}
        events = self.looks or [{"event": "done", "answer": answer}]
        return self._process(events, report, waits=self.never_looks)

    def remove_command(self, source: str, report: str) -> list[str]:
        """A small process that reports ``events``."""
        self.removed.append(source)
        return self._process(self.events, report, waits=False)

    def sources(self) -> tuple[SourceRow, ...]:
        """What the library is made from."""
        return SOURCES

    def earlier(self) -> tuple[Earlier, ...]:
        """The libraries before."""
        return BEFORE

    def choose_library(self, name: str) -> None:
        """Hold what the earlier library holds."""
        chosen = next(each for each in BEFORE if each.name == name)
        self.held = Holdings(chosen.codes, 0, chosen.releases)

    def compare(self, old: str, new: str) -> Comparison:
        """What changed between two of ``RECORDS``."""
        before, after = RECORDS[old], RECORDS[new]
        texts = {each.code: each.first("long_description") for each in (*before, *after)}
        return Comparison(difference(old, before, new, after), texts)

    def _process(self, events: list[dict[str, Any]], report: str, *, waits: bool) -> list[str]:
        lines = "".join(json.dumps(event) + "\n" for event in events)
        wait = "import sys; sys.stdin.read()" if waits else ""
        script = f"open({report!r}, 'w').write({lines!r})\n{wait}"
        return [sys.executable, "-I", "-c", script]

    def close(self) -> None:
        """Nothing to let go of."""

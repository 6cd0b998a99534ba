"""Pages as the library would give them, by hand and by hypothesis."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from hcpcs_desktop.domain.billing_unit import read
from hcpcs_desktop.domain.checklist import PAYERS, SETTINGS, Checklist, Item
from hcpcs_desktop.domain.guide import Conflict, Guide, GuideSection, Similar, Statement
from hcpcs_desktop.domain.hit import Answer, Hit, Why
from hcpcs_desktop.domain.page import CodePage, PageConflict, PageField, Suggestion


def field(
    name: str,
    label: str,
    *values: str,
    meanings: tuple[str, ...] = (),
    several: bool = False,
    release: str | None = "2020-07",
) -> PageField:
    """A field that ``release`` prints; None for one that no release prints."""
    given = meanings or ("",) * len(values)
    return PageField(
        name, label, f"What {label} is.", "layout", values, given, several,
        release is not None, release,
    )  # fmt: skip


ITEMS = (
    Item(
        "order",
        "Signed and dated order: drug, dose, route, frequency",
        "Reviewers look for it first.",
        "Contractors' checklists",
        ("252", "226"),
    ),
    Item("waste", "Amount discarded, or that nothing was", "JW or JZ.", "CMS", ("16", "N822")),
    Item("log", "Start & stop times", "The units of time follow from them.", "CMS"),
)

GUIDE = Guide(
    "cabazitaxel",
    "Cabazitaxel",
    "2026-11",
    "billing guide for J9027",
    ("J9043",),
    (),
    (
        GuideSection("definition", (Statement("The unit is 1 mg.", "CMS", "Filed elsewhere."),)),
        GuideSection("common_modifiers", (Statement("JW & JZ on vials.", "general"),)),
    ),
)

J9043 = CodePage(
    code="J9043",
    kind="code",
    long="Injection, cabazitaxel, 1 mg",
    short="Cabazitaxel injection",
    on=date(2026, 11, 20),
    state="valid",
    added=date(2012, 1, 1),
    action_effective=date(2012, 1, 1),
    terminated=None,
    release="2020-07",
    section=("J Drugs", "J9000-J9999 Chemotherapy drugs"),
    fields=(
        field("pricing", "Pricing indicator", "51", meanings=("Drugs",), several=True),
        field("multiple_pricing", "Multiple pricing", "A", meanings=("Priced under one method",)),
        field("cim", "CIM reference", several=True),
        field("coverage", "Coverage", "C", meanings=("Carrier judgment",), release="2019-01"),
        field("asc", "ASC payment group"),
        field(
            "tos", "Type of service", "1", "P",
            meanings=("Medical care", "Lump-sum purchase of DME, prosthetics, orthotics"),
            several=True,
        ),
        field("processing_note", "Processing note", release=None),
        field("xref", "Cross-reference", several=True, release=None),
        field("added", "Added", "2012-01-01"),
    ),
    is_drug=True,
    is_noc=False,
    checklist=Checklist("J9043", "Infused drug", "medicare", None, ITEMS),
    provenance=("CMS release of July 2020, HCPC2020_JUL_ANWEB.txt.",),
    billing_unit=read("Injection, cabazitaxel, 1 mg"),
    guides=(GUIDE,),
    similar=(
        Similar("J9064", "same drug, other product", "Injection, cabazitaxel (sandoz), 1 mg"),
    ),
)  # fmt: skip

J9027 = replace(
    J9043,
    code="J9027",
    long="Injection, clofarabine, 1 mg",
    short="Clofarabine injection",
    conflicts=(
        PageConflict(
            Conflict(
                "cabazitaxel", "J9027", "drug", "J9027 stands for cabazitaxel.",
                "Injection, clofarabine, 1 mg", "cabazitaxel", ("J9043",),
            ),
            (Suggestion("J9043", "Injection, cabazitaxel, 1 mg", "", date(2012, 1, 1)),),
        ),
    ),
    guides=(),
    similar=(),
)  # fmt: skip

BARE = replace(
    J9043,
    code="Q9999",
    short="",
    state="unknown",
    added=None,
    action_effective=None,
    release="2025-07",
    section=(),
    fields=(),
    is_drug=False,
    checklist=Checklist("Q9999", "", "commercial", "dme_supplier", ()),
    provenance=(),
    billing_unit=None,
    guides=(),
    similar=(),
)
"""A code of which only the code and the long description are known."""

ANSWER = Answer(
    query="cabazitaxol inj",
    on=date(2026, 11, 20),
    read_as="text",
    corrections=(("cabazitaxol", "cabazitaxel"),),
    expansions=(("inj", "injection"),),
    total=3,
    hits=(
        Hit(
            "J9043", "code", "Cabazitaxel injection", "Injection, cabazitaxel, 1 mg", "valid", True,
            Why("brand", "brand name: Jevtana"), ("cabazitaxel",),
        ),
        Hit(
            "J9310", "code", "", "Injection, rituximab, 100 mg and a description so long that no"
            " line of a terminal could ever hold it", "discontinued", True, Why("description", ""),
        ),
    ),
)  # fmt: skip

texts = st.text(max_size=20) | st.sampled_from(
    ["<script>alert(1)</script>", '" onload="x', "a|b\n# c", "[x](y)"]
)
dates = st.dates()
maybe_dates = st.none() | dates
items = st.builds(
    Item, id=texts, text=texts, why=texts, source=texts, prevents=st.lists(texts).map(tuple)
)


@st.composite
def _fields(draw: st.DrawFn) -> PageField:
    values = tuple(draw(st.lists(texts, max_size=3)))
    meanings = tuple(draw(texts) for _ in values)
    release = draw(st.sampled_from([None, "2019-01", "2020-07"]))
    name, label, several = draw(texts), draw(texts), draw(st.booleans())
    if release is None:
        values = meanings = ()
    return PageField(
        name, label, label, "", values, meanings, several, release is not None, release
    )


checklists = st.builds(
    Checklist,
    code=texts,
    title=texts,
    payer=st.sampled_from(PAYERS),
    setting=st.none() | st.sampled_from(SETTINGS),
    items=st.lists(items, max_size=4).map(tuple),
)
guides = st.builds(
    Guide,
    id=texts,
    title=texts,
    as_of=texts,
    origin=texts,
    codes=st.just(()),
    traits=st.just(()),
    sections=st.lists(
        st.builds(
            GuideSection,
            name=st.sampled_from(["definition", "similar_codes"]),
            statements=st.lists(st.builds(Statement, texts, texts, texts), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)
conflicts = st.builds(
    PageConflict,
    st.builds(
        Conflict, texts, texts, st.sampled_from(["drug", "unit", "descriptor_changed"]), texts,
        texts, texts, st.just(()),
    ),
    st.lists(st.builds(Suggestion, texts, texts, texts, maybe_dates), max_size=3).map(tuple),
)  # fmt: skip
pages = st.builds(
    CodePage,
    code=st.from_regex(r"[A-Z][0-9]{4}", fullmatch=True),
    kind=st.sampled_from(["code", "modifier"]),
    long=texts,
    short=texts,
    on=dates,
    state=st.sampled_from(["valid", "not_yet_effective", "discontinued", "unknown"]),
    added=maybe_dates,
    action_effective=maybe_dates,
    terminated=maybe_dates,
    release=st.sampled_from([None, "2020-07"]),
    section=st.lists(texts, max_size=2).map(tuple),
    fields=st.lists(_fields(), max_size=4).map(tuple),
    is_drug=st.booleans(),
    is_noc=st.booleans(),
    checklist=checklists,
    provenance=st.lists(texts, max_size=2).map(tuple),
    guides=st.lists(guides, max_size=2).map(tuple),
    conflicts=st.lists(conflicts, max_size=2).map(tuple),
    similar=st.lists(st.builds(Similar, texts, texts, texts), max_size=2).map(tuple),
)

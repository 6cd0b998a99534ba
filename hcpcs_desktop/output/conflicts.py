"""Says in a sentence or two what a guide got wrong about a code, and where the drug really is."""

from collections.abc import Collection, Iterable, Sequence

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.guide import ConflictKind
from hcpcs_desktop.domain.ingredient import ingredient
from hcpcs_desktop.domain.mentions import Piece, pieces
from hcpcs_desktop.domain.page import CodePage, PageConflict, Suggestion
from hcpcs_desktop.output.wording import day, one_line

_WORST_FIRST: tuple[ConflictKind, ...] = ("drug", "unit", "descriptor_changed")
_FEW_PRODUCTS = 3


def conflict_sentence(page: CodePage) -> tuple[Piece, ...]:
    """What guides claim of a code and CMS contradicts, the worst first; empty where nothing is.

    Each claimed drug is named once, by the worst of its conflicts. What CMS says comes next, then
    the codes that the guide may have meant, as links.
    """
    found = sorted(page.conflicts, key=lambda each: _WORST_FIRST.index(each.conflict.kind))
    if not found:
        return ()
    worst = {each.conflict.drug: each for each in reversed(found)}
    claims = [each for each in found if worst[each.conflict.drug] is each]
    made = [piece for each in claims for piece in _claim(each, page.code)]
    made += _official(claims[0], page.mentioned)
    made += [piece for each in claims for piece in _meant(each, page)]
    if claims[0].conflict.kind == "drug" and any(_is_unit(each) for each in found):
        made.append(Piece(" The unit differs too."))
    return tuple(made)


def _claim(found: PageConflict, code: str) -> list[Piece]:
    if found.conflict.kind == "drug":
        filed = Piece(one_line(found.conflict.drug), strong=True)
        return [Piece("The source guide filed "), filed, Piece(f" under {code}. ")]
    if found.conflict.kind == "unit":
        return [Piece(f"The source guide counts {code} in another unit. ")]
    return [Piece(f"{code} is no longer described as in the source guide. ")]


def _official(found: PageConflict, known: Collection[str]) -> list[Piece]:
    """CMS's description with what matters in bold."""
    text = one_line(found.conflict.official).rstrip(".")
    if text[1:2].islower():
        text = text[:1].lower() + text[1:]
    strong = _telling(found)
    at = text.lower().find(strong.lower()) if strong else -1
    if at < 0:
        return [Piece("CMS: "), *pieces(text, known), Piece(".")]
    end = at + len(strong)
    bold = Piece(text[at:end], strong=True)
    return [Piece("CMS: "), *pieces(text[:at], known), bold, *pieces(text[end:], known), Piece(".")]


def _telling(found: PageConflict) -> str:
    """The part of the description that contradicts the guide."""
    official = found.conflict.official
    if found.conflict.kind == "drug":
        return ingredient(official)
    unit = billing_unit.read(official) if found.conflict.kind == "unit" else None
    return unit.text if unit else ""


def _meant(found: PageConflict, page: CodePage) -> list[Piece]:
    """The codes of the drug that the guide speaks of, on the date of service."""
    drug, kind, suggestions = one_line(found.conflict.drug), found.conflict.kind, found.suggestions
    if kind == "unit":
        return []
    if not suggestions:
        return [Piece(f" No other code names {drug} on {day(page.on)}.")]
    if kind == "descriptor_changed":
        return [Piece(f" Other codes that name {drug}: "), *_listed(suggestions), Piece(".")]
    return [Piece(" "), *_drug_is(drug, suggestions), Piece(".")]


def _drug_is(drug: str, suggestions: Sequence[Suggestion]) -> list[Piece]:
    """``Cabazitaxel is J9043; the Sandoz product is J9064 from 2023-10-01``, without the stop."""
    plain = [each for each in suggestions if not each.product]
    products = [each for each in suggestions if each.product]
    if plain:
        made = [Piece(f"{_capital(drug)} is "), *_joined(plain, " or ")]
        lead = "; the "
    else:
        made, lead = [], f"Of {drug}, the "
    if len(products) > _FEW_PRODUCTS:
        return [*made, Piece(f"{lead}products are "), *_listed(products)]
    for each in products:
        since = f" from {day(each.since)}" if each.since else ""
        made += [Piece(f"{lead}{_capital(each.product)} product is "), _link(each), Piece(since)]
        lead = "; the "
    return [piece for piece in made if piece.text]


def _listed(suggestions: Iterable[Suggestion]) -> list[Piece]:
    """``J9294 (Hospira), J9292``."""
    made: list[Piece] = []
    for each in suggestions:
        product = f" ({_capital(each.product)})" if each.product else ""
        made += [_link(each), Piece(f"{product}, ")]
    made[-1] = Piece(made[-1].text.removesuffix(", "))
    return [piece for piece in made if piece.text]


def _joined(suggestions: Sequence[Suggestion], between: str) -> list[Piece]:
    made = [piece for each in suggestions for piece in (_link(each), Piece(between))]
    return made[:-1]


def _link(suggestion: Suggestion) -> Piece:
    return Piece(suggestion.code, suggestion.code)


def _capital(text: str) -> str:
    """The text with a capital at the start of each product's name: ``Pemrydi rtu`` stays so."""
    clean = one_line(text)
    return clean[:1].upper() + clean[1:]


def _is_unit(found: PageConflict) -> bool:
    return found.conflict.kind == "unit"

"""What the command line answers as JSON. Keys keep their names and meaning: programs rely on them.

Answers are plain dicts, lists, text, numbers and None; dates are text in ISO 8601.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from hcpcs_desktop.domain import hit
from hcpcs_desktop.domain.billing_unit import BillingUnit
from hcpcs_desktop.domain.checklist import Checklist, Item
from hcpcs_desktop.domain.codes import named_in
from hcpcs_desktop.domain.edits import ListedMue
from hcpcs_desktop.domain.guide import Conflict, Guide
from hcpcs_desktop.domain.history import Event
from hcpcs_desktop.domain.page import CodePage, PageField
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.topic import Topic
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import drugs

Json = dict[str, object]
SECTION_SEPARATOR = " > "


def search_answer(answer: hit.Answer, took_ms: float) -> Json:
    """The answer to ``search``; ``took_ms`` is how many milliseconds the search took."""
    return {
        "query": answer.query,
        "on": answer.on.isoformat(),
        "took_ms": round(took_ms, 3),
        "total": answer.total,
        "read_as": {
            "kind": answer.read_as,
            "corrections": [list(pair) for pair in answer.corrections],
            "expansions": [list(pair) for pair in answer.expansions],
        },
        "hits": [_hit(each) for each in answer.hits],
        "advice": answer.advice,
        "topics": [_topic(each) for each in answer.topics],
    }


def show_answer(page: CodePage) -> Json:
    """The answer to ``show`` for one code; what the library does not hold is empty."""
    return {
        "code": page.code,
        "kind": page.kind,
        "long": page.long,
        "short": page.short,
        "on": page.on.isoformat(),
        "state": page.state,
        "added": _day(page.added),
        "action_effective": _day(page.action_effective),
        "terminated": _day(page.terminated),
        "release": page.release,
        "section": SECTION_SEPARATOR.join(page.section),
        "fields": [_field(each) for each in page.fields],
        "billing_unit": _billing_unit(page.billing_unit),
        "is_drug": page.is_drug,
        "is_noc": page.is_noc,
        "guides": [_guide(each, page.code) for each in page.guides],
        "conflicts": [
            conflict_answer(each.conflict, [found.code for found in each.suggestions])
            for each in page.conflicts
        ],
        "checklist": [_item(each) for each in page.checklist.items],
        "similar": [{"code": each.code, "why": each.why} for each in page.similar],
        "prices": [drugs.price_answer(each) for each in page.prices],
        "ndcs": [drugs.product_answer(each) for each in page.products],
        "mue": [_mue(each) for each in page.mue],
        "history": [_event(each) for each in page.history],
        "provenance": list(page.provenance),
        "contacts": [asdict(each) for each in page.contacts],
        "cautions": [{"text": each.says, "source": each.source} for each in page.cautions],
    }


def conflict_answer(conflict: Conflict, suggest: Sequence[str]) -> Json:
    """A claim of a guide that the record contradicts; ``suggest`` are the codes it may mean."""
    return {
        "guide": conflict.guide,
        "code": conflict.code,
        "kind": conflict.kind,
        "guide_says": conflict.guide_says,
        "official": conflict.official,
        "suggest": list(suggest),
    }


def checklist_answer(checklist: Checklist) -> Json:
    """The answer to ``checklist``; ``setting`` is None where the items of all settings are in."""
    return {
        "code": checklist.code,
        "payer": checklist.payer,
        "setting": checklist.setting,
        "profile": checklist.profile or None,
        "items": [_item(each) for each in checklist.items],
    }


def error_answer(error: UserError) -> Json:
    """What stands in the place of an answer to a question that cannot be answered."""
    found = {"kind": error.kind, "message": str(error)}
    if error.field is not None:
        found["field"] = error.field
    return {"error": found}


def _mue(listed: ListedMue) -> Json:
    """A unit limit: whose table, of which quarter, how many, and how they are added up."""
    limit = listed.limit
    return {
        "table": listed.table,
        "quarter": listed.quarter,
        "value": limit.value,
        "mai": limit.mai,
    }


def _billing_unit(unit: BillingUnit | None) -> Json | None:
    """A billing unit; amounts are text, so that they stay exact."""
    if unit is None:
        return None
    return {
        "text": unit.text,
        "kind": unit.kind,
        "amount": f"{unit.amount.amount:f}" if unit.amount else None,
        "unit": unit.amount.unit.name if unit.amount else None,
        "components": [
            {
                "name": each.name,
                "amount": f"{each.amount.amount:f}",
                "unit": each.amount.unit.name,
            }
            for each in unit.components
        ],
    }


def _guide(guide: Guide, code: str) -> Json:
    return {
        "id": guide.id,
        "title": guide.title,
        "claimed_code": _claimed(guide, code),
        "as_of": guide.as_of,
        "sections": [
            {"name": each.name, "paragraphs": [said.text for said in each.statements]}
            for each in guide.sections
        ],
    }


def _claimed(guide: Guide, code: str) -> str | None:
    """The code that a guide was filed under, or is about; None where it is of a whole family."""
    return guide.filed_under or (code if named_in(code, guide.codes) else None)


def _event(event: Event) -> Json:
    """Something that happened to a code; fields by name with their values before and after.

    ``since`` is the release that printed those before; None where nothing was compared.
    """
    return {
        "release": event.release or None,
        "since": event.since or None,
        "day": event.day.isoformat(),
        "change": event.text,
        "fields": {
            name: [list(each) if each is not None else None for each in pair]
            for name, pair in event.fields.items()
        },
        "codes": list(event.codes),
    }


def _hit(each: hit.Hit) -> Json:
    return {
        "code": each.code,
        "kind": each.kind,
        "short": each.short,
        "long": each.long,
        "state": each.state,
        "why": {"kind": each.why.kind, "text": each.why.text},
    }


def _topic(each: Topic) -> Json:
    return {
        "kind": each.kind,
        "key": each.key,
        "code": each.code,
        "title": each.title,
        "text": each.says,
    }


def _field(field: PageField) -> Json:
    return {
        "name": field.name,
        "label": field.label,
        "value": field_value(field, field.values),
        "meaning": field_value(field, field.meanings),
        "help": field.help,
        "release": field.release,
    }


def field_value(field: PageField, texts: Values) -> str | list[str] | None:
    """A list for a field of several places, else text; None where no release prints the field."""
    if not field.printed:
        return None
    if field.several:
        return list(texts)
    return texts[0] if texts else ""


def _item(item: Item) -> Json:
    return {
        "text": item.text,
        "why": item.why,
        "source": item.source,
        "prevents": list(item.reasons),
        "remarks": list(item.remarks),
        "origin": item.origin or None,
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None

"""How a reader refuses a file that is damaged, or that would bring it down."""

from hcpcs_desktop.errors import UserError

_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")


def refusal(name: str, reason: str) -> UserError:
    """That a file was not taken, and why; ``reason`` goes on after a colon."""
    return UserError(f"{name} was not taken: {reason}. Download it again from CMS.", "bad_file")


def refuse_entities(content: bytes, name: str) -> None:
    """Refuse a part of a workbook that declares entities: they can grow without bound."""
    if any(each in content for each in _ENTITIES):
        raise refusal(name, "it holds XML entities, which no CMS workbook does")

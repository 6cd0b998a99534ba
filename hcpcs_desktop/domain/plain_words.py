"""Texts as their words alone, to be compared."""


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without what stands between them."""
    return tuple("".join(each if each.isalnum() else " " for each in text.lower()).split())

"""Numbers with their nouns."""


def count(number: int, noun: str, several: str = "") -> str:
    """A number with its noun: ``1 code``, ``6,440 codes``; ``several`` where an s is not enough."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {several or noun + 's'}"

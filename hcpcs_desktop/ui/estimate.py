"""How long an import will still take, from how far it is."""

_SURE_AFTER = 2.0
"""Seconds before which nothing is promised."""


class Estimate:
    """Takes each step with the seconds that have passed; says nothing that it cannot know."""

    def __init__(self) -> None:
        """Begin without a step."""
        self._done = 0
        self._total = 0
        self._at = 0.0

    def step(self, done: int, total: int, seconds: float) -> None:
        """So many of the steps are done after so many seconds."""
        if (done, total) != (self._done, self._total):
            self._done, self._total, self._at = done, total, seconds

    def words(self, seconds: float) -> str:
        """What is left after so many seconds; how long it has taken where that is not known."""
        if self._done == 0 or self._at < _SURE_AFTER or self._done >= self._total:
            return f"{_spoken(seconds)} so far" if seconds >= _SURE_AFTER else ""
        left = self._at / self._done * self._total - seconds
        return f"About {_spoken(left)} left" if left >= 1 else "Nearly done"


def _spoken(seconds: float) -> str:
    whole = max(round(seconds), 1)
    if whole < 60:
        return "1 second" if whole == 1 else f"{whole} seconds"
    minutes = round(whole / 60)
    return "1 minute" if minutes == 1 else f"{minutes} minutes"

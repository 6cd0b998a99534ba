"""The codes that were visited one after the other, with the way back and forward."""

MOST = 100


class Trail:
    """Like the pages of a browser: a new visit cuts off what lay ahead.

    A visit that was only a passing look is replaced by the next one.
    """

    def __init__(self) -> None:
        """Begin nowhere."""
        self._codes: list[str] = []
        self._at = -1
        self._is_look = False

    @property
    def current(self) -> str:
        """Where the user is; empty where nothing was visited."""
        return self._codes[self._at] if self._codes else ""

    @property
    def can_go_back(self) -> bool:
        """Whether something lies behind."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether something lies ahead."""
        return self._at < len(self._codes) - 1

    def look_at(self, code: str) -> None:
        """Pass by a code."""
        if code != self.current:
            self._is_look = self._added(code)

    def visit(self, code: str) -> None:
        """Stay at a code."""
        if code != self.current:
            self._added(code)
        self._is_look = False

    def back(self) -> str:
        """Go back; where the user is then."""
        return self._go(-1)

    def forward(self) -> str:
        """Go forward; where the user is then."""
        return self._go(1)

    def _added(self, code: str) -> bool:
        """Whether the code is a new end of the trail; it is not where it lay just behind a look."""
        kept = self._codes[: self._at if self._is_look else self._at + 1]
        is_new = kept[-1:] != [code]
        self._codes = [*kept, code][-MOST:] if is_new else kept
        self._at = len(self._codes) - 1
        return is_new

    def _go(self, step: int) -> str:
        self._is_look = False
        self._at = min(max(self._at + step, 0), max(len(self._codes) - 1, 0))
        return self.current

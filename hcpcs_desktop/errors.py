"""The one kind of error whose text is meant for the user."""


class UserError(Exception):
    """Something the user can understand and act on; its text says what is wrong and what to do.

    Everything else that is raised is a bug: it is logged and shown as one.
    """

    def __init__(self, message: str, kind: str = "refused") -> None:
        """Take the sentence to show, and a short stable ``kind`` for programs that read JSON."""
        super().__init__(message)
        self.kind = kind

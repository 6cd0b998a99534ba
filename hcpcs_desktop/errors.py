"""The one kind of error whose text is meant for the user."""


class UserError(Exception):
    """Something the user can understand and act on; its text says what is wrong and what to do.

    Everything else that is raised is a bug: it is logged and shown as one.
    """

    def __init__(self, message: str, kind: str = "refused", field: str | None = None) -> None:
        """Take the sentence to show, and for programs that read JSON a short stable ``kind``.

        ``field`` names the input that is at fault, where there is one.
        """
        super().__init__(message)
        self.kind = kind
        self.field = field

"""What a person can mend. Anything else that is raised is a bug."""


class UserError(Exception):
    """A failure that a person can mend, named by `code`; the front ends put it into words with `facts`."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}"

    def __reduce__(self) -> tuple[object, ...]:
        """Errors come back from worker processes, and pickle knows no keyword arguments."""
        return _again, (self.code, self.facts)


def _again(code: str, facts: dict[str, object]) -> UserError:
    return UserError(code, **facts)

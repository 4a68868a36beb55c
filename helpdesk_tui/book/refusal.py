"""The error that refuses the value of a field."""

from pydantic_core import PydanticCustomError


def bad(message: str, kind: str = "invalid-value", **values: object) -> PydanticCustomError:
    """An error whose `message` (of the language catalogue) is translated when it is shown."""
    return PydanticCustomError("book", "{message}", {"message": message, "values": values, "kind": kind})

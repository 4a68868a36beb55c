"""Typed named tuples without loading `typing`, which takes a fifth of a Python start on every look-up."""

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from collections import namedtuple

    class _Fields(type):
        """Makes a named tuple of a class's annotated fields, as the metaclass of `typing.NamedTuple` does."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            annotated = type(name, (), dict(body)).__annotations__
            defaults = [body.pop(field) for field in annotated if field in body]
            fields = namedtuple(name, annotated, defaults=defaults)
            return type(name, (fields,), {"__slots__": (), **body})

    class Record(metaclass=_Fields):
        """The base of every record: its subclasses' annotated fields are those of a named tuple."""


__all__ = ["Record"]

"""Generates the JSON Schema of a book from its models, for TOML editors."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from helpdesk_tui.book.models import Book

NAME = "contacts.schema.json"
"""The name of the file of the schema, which is beside the default book; the book's first line names it."""


class _Generator(GenerateJsonSchema):
    """Leaves out null, which TOML lacks: a key is absent instead."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if schema.get("default") in (None, (), {}):
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        table = super().dict_schema(schema)
        if "patternProperties" in table:
            table["additionalProperties"] = False
        return table

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 (of many types)
        return False


def schema() -> str:
    """The schema as JSON text, in ASCII, which every terminal can write."""
    dialect = {"$schema": _Generator.schema_dialect}
    return json.dumps(dialect | Book.model_json_schema(schema_generator=_Generator), indent=2)

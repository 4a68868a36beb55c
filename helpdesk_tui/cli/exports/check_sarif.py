"""The findings of a check as SARIF 2.1.0, for editors and code-scanning tools."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from helpdesk_tui import __version__
from helpdesk_tui.book.findings import KINDS
from helpdesk_tui.book.kinds import Kind
from helpdesk_tui.cli.findings import Finding
from helpdesk_tui.phrases.language import Language

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_dict(path: str, findings: Sequence[Finding], language: Language) -> dict[str, object]:
    """The findings on the book at `path` as a SARIF log of one run."""
    driver = {
        "name": "helpdesk-tui",
        "version": __version__,
        "rules": [_rule(kind, language) for kind in KINDS],
    }
    run = {
        "tool": {"driver": driver},
        "language": language.code,
        "columnKind": "unicodeCodePoints",
        "results": [_result(path, finding) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(kind: Kind, language: Language) -> dict[str, object]:
    means, matters, mend = (language.gettext(text) for text in (kind.means, kind.matters, kind.mend))
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": means},
        "fullDescription": {"text": f"{means} {matters}"},
        "help": {"text": mend},
        "defaultConfiguration": {"level": str(kind.severity)},
    }


def _result(path: str, finding: Finding) -> dict[str, object]:
    text = f"{finding.key}: {finding.text}" if finding.key else finding.text
    location: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path)},
            "region": {"startLine": finding.line or 1},  # code-scanning tools show no result without one
        }
    }
    if finding.key:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.key}]
    return {
        "ruleId": finding.kind.code,
        "ruleIndex": KINDS.index(finding.kind),
        "level": str(finding.kind.severity),
        "message": {"text": text},
        "locations": [location],
    }


def _uri(path: str) -> str:
    """The path as a URI; a relative one stays relative to the folder that is scanned."""
    if os.path.isabs(path):
        return Path(os.path.normpath(path)).as_uri()
    return quote(os.fsencode(os.path.normpath(path)))

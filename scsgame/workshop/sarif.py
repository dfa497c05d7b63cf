"""What was found, for machines: as JSON of our own, and as SARIF 2.1.0, which editors and code hosts read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from scsgame import __version__
from scsgame.workshop.checking import Checked
from scsgame.workshop.findings import LAYERS, Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(checked: Checked) -> str:
    """Return everything found as JSON."""
    counts = {layer: sum(finding.certainty == layer for finding in checked.findings) for layer in LAYERS}
    said = {
        "format": 1, "made_by": f"scsgame {__version__}", "files": checked.files, "scenes": checked.scenes,
        "regimes": checked.regimes, "errors": checked.errors, "warnings": checked.warnings, "by_certainty": counts,
        "layers": list(checked.layers), "findings": [_plain(finding) for finding in checked.findings],
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=2)


def _plain(finding: Finding) -> dict[str, Any]:
    problem = finding.problem
    return {
        "certainty": finding.certainty, "level": level(finding), "code": problem.code, "path": problem.path,
        "line": problem.line, "column": problem.column, "message": problem.message, "because": list(finding.because),
        "suggestion": problem.suggestion,
    }  # fmt: skip


def level(finding: Finding) -> str:
    """Return how grave a finding is: error, warning or note."""
    if finding.certainty in ("evidence", "search"):
        return "note"
    return finding.problem.severity


def as_sarif(checked: Checked) -> str:
    """Return everything found as SARIF 2.1.0."""
    codes = sorted({finding.problem.code for finding in checked.findings})
    rules = [{"id": code, "help": {"text": f"scsgame pack explain {code}"}} for code in codes]
    driver = {"name": "scsgame pack check", "version": __version__, "rules": rules}
    results = [_result(finding, codes) for finding in checked.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    problem = finding.problem
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path)}}
    if problem.line:
        place["region"] = {
            "startLine": problem.line, "startColumn": problem.column, "endLine": problem.line,
            "endColumn": problem.column + max(1, problem.width),
        }  # fmt: skip
    meant = (f'Did you mean "{problem.suggestion}"?',) if problem.suggestion else ()
    text = " ".join((problem.message, *meant, *(f"Because {reason}." for reason in finding.because)))
    return {
        "ruleId": problem.code, "ruleIndex": codes.index(problem.code), "level": level(finding), "message": {"text": text},
        "locations": [{"physicalLocation": place}], "properties": {"certainty": finding.certainty},
    }  # fmt: skip

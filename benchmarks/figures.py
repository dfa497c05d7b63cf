"""What was measured, set beside its floor."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

UNITS: Mapping[str, tuple[float, str]] = {
    "ms": (1e3, "{:,.1f} ms"),
    "us": (1e6, "{:,.2f} us"),
    "ns": (1e9, "{:,.0f} ns"),
    "per second": (1, "{:,.0f} /s"),
    "MB": (1e-6, "{:,.1f} MB"),
}
"""How seconds (or bytes) are shown; `per second` shows how many go into one, so its min is the largest."""


@dataclass(frozen=True)
class Line:
    """One thing measured, run by run, in seconds or bytes; `aim` is the ratio to the floor wished for."""

    name: str
    samples: tuple[float, ...]
    unit: str = "ms"
    aim: float | None = None
    floor: str = ""

    def show(self, value: float) -> str:
        """Return a value in this line's unit."""
        scale, form = UNITS[self.unit]
        return form.format(scale / value if self.unit == "per second" else value * scale)


@dataclass
class Result:
    """One benchmark: its title, what its floor is, the lines, and remarks; or why it was passed over."""

    name: str
    title: str
    floor: str
    lines: list[Line] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    skipped: str = ""

    def line(self, name: str) -> Line:
        """Return the line of this name."""
        return next(line for line in self.lines if line.name == name)

    def best_ratio(self, line: Line) -> float | None:
        """Return how many times its floor a line takes when each has its best run: the steadiest figure there is."""
        return min(line.samples) / min(self.line(line.floor).samples) if line.floor else None

    def ratio(self, line: Line) -> float | None:
        """Return how many times its floor a line takes: the median of the ratios run by run."""
        if not line.floor:
            return None
        below = self.line(line.floor).samples
        if len(below) == len(line.samples):
            return statistics.median(mine / its for mine, its in zip(line.samples, below, strict=True))
        return statistics.median(line.samples) / statistics.median(below)

    def as_data(self) -> dict[str, object]:
        """Return it as plain lists and words."""
        return {
            "name": self.name, "title": self.title, "floor": self.floor, "skipped": self.skipped,
            "remarks": self.remarks,
            "lines": [
                {"name": line.name, "unit": "bytes" if line.unit == "MB" else "seconds", "samples": line.samples,
                 "floor": line.floor, "ratio": self.ratio(line), "best_ratio": self.best_ratio(line), "aim": line.aim}
                for line in self.lines
            ],
        }  # fmt: skip

    def __str__(self) -> str:
        """Return it as a table."""
        rows = [f"{self.name}: {self.title}"]
        if self.skipped:
            return "\n".join([*rows, f"  passed over: {self.skipped}"])
        rows.append(f"  Floor: {self.floor}")
        width = max((len(line.name) for line in self.lines), default=0)
        rows.append(f"  {'':{width}}  {'min':>12}  {'median':>12}  {'x floor: min':>12}  {'median':>8}")
        for line in self.lines:
            ratio, best = self.ratio(line), self.best_ratio(line)
            row = f"  {line.name:{width}}  {line.show(min(line.samples)):>12}"
            row += f"  {line.show(statistics.median(line.samples)):>12}"
            row += f"  {best:12.2f}  {ratio:8.2f}" if ratio is not None and best is not None else ""
            if line.aim is not None and ratio is not None:
                row += f"  {'reached' if ratio <= line.aim else 'MISSED'}: aim {line.aim:g} x"
            rows.append(row.rstrip())
        return "\n".join([*rows, *(f"  {remark}" for remark in self.remarks)])


def in_turn(runs: int, things: Mapping[str, Callable[[], float]], warm_up: int = 1) -> dict[str, tuple[float, ...]]:
    """Measure several things round by round, A B C A B C, so that a noisy minute spoils them alike."""
    found: dict[str, list[float]] = {name: [] for name in things}
    for number in range(warm_up + runs):
        for name, measure in things.items():
            value = measure()
            if number >= warm_up:
                found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def cpu_of(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """Return a measure: the CPU seconds that one call of `work` takes, with the collector asleep."""

    def measure() -> float:
        gc.collect()
        gc.disable()
        try:
            began = time.process_time()
            for _ in range(times):
                work()
            return (time.process_time() - began) / times
        finally:
            gc.enable()

    return measure

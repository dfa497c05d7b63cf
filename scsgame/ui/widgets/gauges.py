"""The side panel: the meters, how one stands with each office, and what is to be paid."""

from __future__ import annotations

from textual.reactive import reactive

from scsgame.game.views import DayView, MeterView
from scsgame.tongue import phrase
from scsgame.ui.paper.gauge import Gauge
from scsgame.ui.paper.lines import Line, Run, wrap
from scsgame.ui.paper.standing import bill_words, standing_words
from scsgame.ui.paper.words import Heading
from scsgame.ui.widgets.drawn import Drawn

SLIDE = 0.1
STEPS = 3
"""A slide is short and takes few steps: each step is painted, and a slow line has to carry it."""


class SidePanel(Drawn):
    """Meters as bars that slide to their new place, standings as disclosed, and bills."""

    progress: reactive[float] = reactive(1.0, init=False)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="side")
        self.view: DayView | None = None
        self._from: dict[str, float] = {}
        self.step = STEPS

    def show(self, view: DayView) -> None:
        """Show this day; the bars move from where they were."""
        before = {meter.id: self._shown(meter) for meter in self.view.meters} if self.view else {}
        self.view = view
        self._from = before
        moves = any(before.get(meter.id, meter.value) != meter.value for meter in view.meters)
        if moves and not self.look.still and self.app.animation_level == "full" and self.display:
            self.set_reactive(SidePanel.progress, 0.0)
            self.step = 0
            self.animate("progress", 1.0, duration=SLIDE)
        else:
            self.set_reactive(SidePanel.progress, 1.0)
            self.step = STEPS
        self.redraw(layout=True)

    def watch_progress(self) -> None:
        """Draw the bars where they are now, when they have come a step further."""
        step = round(self.progress * STEPS)
        if step != self.step:
            self.step = step
            self.redraw()

    def _shown(self, meter: MeterView) -> float:
        start = self._from.get(meter.id, float(meter.value))
        return start + (meter.value - start) * self.step / STEPS

    def draw(self, width: int) -> list[Line]:
        """Draw the three parts."""
        view = self.view
        if view is None:
            return []
        look = self.look
        found: list[Line] = []
        for meter in view.meters:
            found += Gauge(meter, self._shown(meter)).lines(width, look, False)
            found.append(())
        if view.regimes:
            found += Heading(phrase("side.standing", "standing")).lines(width, look, False)
            for title, words in standing_words(view):
                found += [(Run(line, "plain"),) for line in wrap(title, width)]
                found += [(Run("  "), Run(line, "dim")) for line in wrap(words, width - 2)]
            found.append(())
        if view.bills:
            found += Heading(phrase("side.to_pay", "to pay")).lines(width, look, False)
            for bill in view.bills:
                late = bill.overdue
                found += [(Run(line, "plain"),) for line in wrap(bill.title, width)]
                found += [
                    (Run("  "), Run(line, "bad" if late else "dim"))
                    for line in wrap(bill_words(bill, view), width - 2)
                ]
        return found

"""The state of a criterion by shape and word: it has to be read from a black and white copy, too."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from functools import cache

from reportlab.pdfgen.canvas import Canvas

from core.dossier.blocks import Put
from core.dossier.typeset import CELL, Mark, Style
from core.evidence.records import State

RADIUS = 3.6
MARK_ROOM = 13


@cache
def mark(state: State) -> Mark:
    """A full disc, a half one, a ring, a diamond for a survey, a dash for what is not assigned."""

    def draw(canvas: Canvas, left: float, baseline: float) -> None:
        x, y = left + RADIUS + 0.5, baseline + RADIUS
        canvas.setLineWidth(0.9)
        if state == "survey":
            path = canvas.beginPath()
            path.moveTo(x, y - RADIUS - 0.6)
            for corner in ((x + RADIUS + 0.6, y), (x, y + RADIUS + 0.6), (x - RADIUS - 0.6, y)):
                path.lineTo(*corner)
            path.close()
            canvas.drawPath(path)
        elif state == "not_assigned":
            canvas.line(x - RADIUS, y, x + RADIUS, y)
        else:
            canvas.circle(x, y, RADIUS, fill=int(state == "complete"))
            if state == "partial":
                canvas.wedge(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS, 90, 180, stroke=0, fill=1)

    return draw


def put_state(state: State, words: str, style: Style = CELL) -> Put:
    return Put(words, style.but(align="left", indent=MARK_ROOM), mark(state))

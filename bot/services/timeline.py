"""All plans on one axis of years: what stands on it, and the picture of it, tall for a phone.

The picture repeats in form what it says in words: an approved plan is a filled bar, one that is not confirmed
is hollow with a broken outline, and every bar has its years and its date beside it.
"""

import asyncio
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from bot.domain.knowledge import PLAN, Entity, Knowledge, Language, Period
from bot.texts import Speaker

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Pixels. A phone shows a third of them, so nothing is written smaller than 32 (11 there).
WIDTH: Final = 1080
_DPI: Final = 100
_MARGIN, _HEAD, _ROW, _BAR, _LEGEND_LINE = 48, 229, 131, 46, 52
_TITLE, _LABEL, _NOTE, _YEAR = 54, 38, 33, 32
#: Between two years that are written out.
_YEAR_APART: Final = 112
#: Dark blue on white has a contrast of 12 to 1, the grey of notes 8 to 1.
_INK, _PLAIN, _NOTES, _COLUMN = "#14335c", "#16181d", "#4a4f58", "#eef1f6"
#: Pictures kept: one a language, and a few of the content before its last change.
_KEPT: Final = 16


@dataclass(frozen=True)
class Bar:
    """One plan on the axis.

    Attributes:
        label: the plan and its years.
        note: when it was approved, or that this is not confirmed, in words.
        day: the date of approval alone, as the picture has it; empty where there is none.
        first: its first day.
        last: its last day.
        adopted: when it was approved (the first day of what the source says), if that is confirmed.
    """

    label: str
    note: str
    day: str
    first: date
    last: date
    adopted: date | None


@dataclass(frozen=True)
class Timeline:
    """Everything that a picture shows, in one language; equal timelines have the same picture.

    Attributes:
        as_of: how old the newest statement on the plans is.
        adopted: how an approved plan is called in the legend.
        unconfirmed: how one is called whose approval is not confirmed.
        day: how the mark of the day of approval is called.
    """

    title: str
    as_of: str
    bars: tuple[Bar, ...]
    adopted: str
    unconfirmed: str
    day: str


def timeline_of(say: Speaker, knowledge: Knowledge) -> Timeline | None:
    """The plans whose years the content states; None where it states none.

    Args:
        say: the person's language.
        knowledge: the content.
    """
    plans = [plan for plan in knowledge.of_kind(PLAN) if plan.period is not None]
    bars = tuple(_bar(say, plan, plan.period) for plan in plans if plan.period is not None)
    dates = [entry.as_of for plan in plans for entry in knowledge.about(plan.id)]
    if not bars:
        return None
    return Timeline(
        title=say.plain("timeline-title"),
        as_of=say.plain("timeline-as-of", date=say.as_of(max(dates))) if dates else "",
        bars=bars,
        adopted=say.plain("timeline-legend-adopted"),
        unconfirmed=say.plain("timeline-legend-unconfirmed"),
        day=say.plain("timeline-legend-day"),
    )


def _bar(say: Speaker, plan: Entity, period: Period) -> Bar:
    text = plan.texts.get(Language(say.language)) or next(iter(plan.texts.values()))
    day = say.as_of(plan.adopted) if plan.adopted else ""
    return Bar(
        label=text.short,
        note=say.plain("timeline-adopted", date=day) if day else say.plain("timeline-unconfirmed"),
        day=day,
        first=period.first,
        last=period.last,
        adopted=plan.adopted_on,
    )


class Timelines:
    """Pictures of timelines, each drawn once, off the event loop."""

    def __init__(self) -> None:
        self._drawn: dict[Timeline, bytes] = {}
        self._drawing = asyncio.Lock()

    async def picture(self, timeline: Timeline) -> bytes:
        """The timeline as PNG; the first one takes a second, while whatever draws is imported."""
        async with self._drawing:
            if timeline not in self._drawn:
                picture = await asyncio.to_thread(draw, timeline)
                self._drawn[timeline] = picture
                if len(self._drawn) > _KEPT:
                    del self._drawn[next(iter(self._drawn))]
            return self._drawn[timeline]


def draw(timeline: Timeline) -> bytes:
    """Draw a timeline as PNG, 1080 pixels wide and as high as its plans need (seven: 1350)."""
    from matplotlib import rc_context  # noqa: PLC0415  (a heavy library: not before the first picture)

    with rc_context({"font.family": "DejaVu Sans", "text.parse_math": False}):
        return _Drawing(timeline).png()


class _Drawing:
    """One picture, laid out in pixels from its upper left corner."""

    def __init__(self, timeline: Timeline) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415  (as above)
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._timeline = timeline
        self._has_unconfirmed = any(bar.adopted is None for bar in timeline.bars)
        self._has_adopted = any(bar.adopted for bar in timeline.bars)
        legend = 2 * self._has_adopted + self._has_unconfirmed
        self._height = _HEAD + _ROW * len(timeline.bars) + _LEGEND_LINE * legend + _MARGIN
        self._from = min(bar.first.year for bar in timeline.bars)
        self._to = max(bar.last.year for bar in timeline.bars) + 1
        figure = Figure(figsize=(WIDTH / _DPI, self._height / _DPI), dpi=_DPI, facecolor="white")
        FigureCanvasAgg(figure)
        self._figure = figure
        self._axes: Axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(self._height, 0)

    def png(self) -> bytes:
        self._head()
        self._years()
        for number, bar in enumerate(self._timeline.bars):
            self._row(bar, top=_HEAD + _ROW * number)
        self._legend(_HEAD + _ROW * len(self._timeline.bars) + 14)
        file = io.BytesIO()
        self._figure.savefig(file, format="png", dpi=_DPI)
        return file.getvalue()

    def _head(self) -> None:
        self._write(self._timeline.title, _MARGIN, 66, size=_TITLE, weight="bold")
        self._write(self._timeline.as_of, _MARGIN, 124, size=_NOTE, color=_NOTES)

    def _years(self) -> None:
        """A column a year, every other one shaded; a year is written over its own column."""
        bottom = _HEAD + _ROW * len(self._timeline.bars)
        wide = self._x(date(self._from + 1, 1, 1)) - _MARGIN
        step = max(1, -int(-_YEAR_APART // wide))
        for year in range(self._from, self._to):
            left = self._x(date(year, 1, 1))
            if (year - self._from) % 2 == 0:
                self._box(left, _HEAD - 10, wide, bottom - _HEAD + 10, facecolor=_COLUMN, edgecolor="none")
            if (year - self._from) % step == 0:
                self._write(str(year), left + wide / 2, _HEAD - 34, size=_YEAR, ha="center", color=_NOTES)

    def _row(self, bar: Bar, *, top: float) -> None:
        beside = self._write(bar.label, _MARGIN, top + 32, size=_LABEL, weight="bold")
        room = WIDTH - 2 * _MARGIN - beside - 24
        note = bar.day or bar.note
        self._write(note, WIDTH - _MARGIN, top + 32, size=_NOTE, ha="right", color=_NOTES, room=room)
        left = self._x(bar.first)
        self._bar(left, self._x(bar.last, is_end=True) - left, top + 62, is_adopted=bar.adopted is not None)
        if bar.adopted is not None:
            self._mark(self._x(bar.adopted), top + 62 + _BAR / 2)

    def _legend(self, top: float) -> None:
        middle, sample = top + _LEGEND_LINE / 2, 84
        if self._has_adopted:
            self._bar(_MARGIN, sample, middle - 16, is_adopted=True, high=32)
            self._write(self._timeline.adopted, _MARGIN + sample + 24, middle, size=_NOTE)
            middle += _LEGEND_LINE
            self._bar(_MARGIN, sample, middle - 16, is_adopted=True, high=32)
            self._mark(_MARGIN + sample / 2, middle)
            self._write(self._timeline.day, _MARGIN + sample + 24, middle, size=_NOTE)
            middle += _LEGEND_LINE
        if self._has_unconfirmed:
            self._bar(_MARGIN, sample, middle - 16, is_adopted=False, high=32)
            self._write(self._timeline.unconfirmed, _MARGIN + sample + 24, middle, size=_NOTE)

    def _bar(self, left: float, wide: float, top: float, *, is_adopted: bool, high: float = _BAR) -> None:
        look: dict[str, Any] = (
            {"facecolor": _INK, "linewidth": 0}
            if is_adopted
            else {"facecolor": "white", "edgecolor": _INK, "linewidth": 3.5, "linestyle": (0, (3, 1.6))}
        )
        # A hair's breadth between plans that follow one another.
        self._box(left + 2, top, max(wide - 4, 6), high, **look)

    def _box(self, left: float, top: float, wide: float, high: float, **look: Any) -> None:
        from matplotlib.patches import Rectangle  # noqa: PLC0415

        self._axes.add_patch(Rectangle((left, top), wide, high, **look))

    def _mark(self, x: float, y: float) -> None:
        self._axes.plot(
            [x],
            [y],
            marker="D",
            markersize=15,
            markerfacecolor="white",
            markeredgecolor=_INK,
            markeredgewidth=3,
        )

    def _write(
        self, text: str, x: float, y: float, *, size: float, room: float | None = None, **look: Any
    ) -> float:
        """Write a line on its middle, smaller where it would not fit; how wide it became."""
        look = {"ha": "left", "color": _PLAIN, **look}
        shown = self._axes.text(x, y, text, va="center_baseline", fontsize=size * 72 / _DPI, **look)
        wide = float(shown.get_window_extent().width)
        most = room if room is not None else WIDTH - 2 * _MARGIN
        if wide > most:
            shown.set_fontsize(size * 72 / _DPI * most / wide)
        return min(wide, most)

    def _x(self, day: date, *, is_end: bool = False) -> float:
        """Where a day begins (or ends) on the axis."""
        length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
        passed = (day - date(day.year, 1, 1)).days + is_end
        years = day.year - self._from + passed / length
        return _MARGIN + (WIDTH - 2 * _MARGIN) * years / (self._to - self._from)

"""The figure of the front page as a picture that moves, for the README.

    python book/moving_picture.py

A hand moves the slider of w, once, in less than five seconds. Every point,
slope and number is computed by the figure's own code. For a reader who asks
for less movement, the picture stays as it begins.
"""

from __future__ import annotations

from pathlib import Path

from nnfs_course.figures.first_look import (
    ENDS,
    INPUT,
    START,
    WANTED,
    curve_points,
    loss_at,
)
from nnfs_course.graph import topological_order

PICTURE = Path(__file__).parent / "assets" / "first-look.svg"
LEFT, RIGHT, TOP, BOTTOM = 50, 350, 30, 180
SLIDER = 222
REACH = 0.45  # of the tangent, to each side
STEPS = 25  # from START to where the loss is 0
FIRST, LATER = 1.2, 0.14  # seconds that a moment stays

POINTS = curve_points()
HIGHEST = max(y for _, y in POINTS)


def across(w: float) -> float:
    low, high = ENDS
    return LEFT + (w - low) / (high - low) * (RIGHT - LEFT)


def at(w: float, loss: float) -> str:
    return f"{across(w):.1f} {BOTTOM - loss / HIGHEST * (BOTTOM - TOP):.1f}"


def gradient_at(w: float) -> tuple[float, float]:
    """The loss, and its gradient."""
    loss = loss_at(w)
    loss.backward()
    (slope,) = (n.grad for n in topological_order(loss) if n.label == "w")
    return loss.data, slope


def moment(number: int) -> str:
    """What is to be seen at one place of the slider."""
    w = START + (WANTED / INPUT - START) * number / STEPS
    loss, slope = gradient_at(w)
    start, end = (at(w + d, loss + d * slope) for d in (-REACH, REACH))
    x, y = at(w, loss).split()
    sign = f"{slope:+.3g}".replace("-", "−") if slope else "0"
    told = "a larger w, a smaller loss." if slope else "here no turn helps."
    begin = f"{FIRST + (number - 1) * LATER:.2f}s" if number else "0s"
    kind = {0: "m first", STEPS: "m last"}.get(number, "m")
    return f"""\
<g class="{kind}" style="animation-delay:{begin}">
<path d="M{start} L{end}" stroke="#7a3fe0" stroke-width="4"/>
<circle cx="{x}" cy="{y}" r="7" fill="#7a3fe0"/>
<circle cx="{x}" cy="{SLIDER}" r="8" fill="#7a3fe0"/>
<text x="400" y="120" class="big">{loss:.3g}</text>
<text x="520" y="120" class="big" fill="#b54a00">{sign}</text>
<text x="400" y="228" class="big">{w:.3g}</text>
<text x="400" y="180" font-size="16">says it: {told}</text>
</g>
"""


def moving_picture() -> str:
    """The loss over w, and a slider that goes where the loss is 0."""
    line = " L".join(at(x, y) for x, y in POINTS)
    moments = "".join(moment(number) for number in range(STEPS + 1))
    (loss, slope), goal = gradient_at(START), WANTED / INPUT
    says = f"answer = {INPUT:g} · w, loss = (answer − {WANTED:g})²"
    title = (
        f"w moves from {START} to {goal:g}. The loss falls from {loss:g} to 0, "
        f"the gradient goes from {slope:+g} to 0."
    )
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 250" role="img" \
font-family="system-ui, sans-serif" fill="#1f2933">
<title>{title}</title>
<style>
.big {{ font-size: 26px; font-weight: 650; }}
.m {{ visibility: hidden; animation: on {LATER}s; }}
.first {{ animation-duration: {FIRST}s; }}
.last {{ animation-fill-mode: forwards; }}
@keyframes on {{ from, to {{ visibility: visible; }} }}
@media (prefers-reduced-motion: reduce) {{
.m {{ animation: none; }} .first {{ visibility: visible; }} }}
</style>
<rect width="720" height="250" rx="10" fill="#ffffff"/>
<path d="M{LEFT} {TOP} V{BOTTOM} H{RIGHT}" fill="none" stroke="#5a6672"/>
<path d="M{line}" fill="none" stroke="#1f2933" stroke-width="2.5"/>
<path d="M{LEFT} {SLIDER} H{RIGHT}" stroke="#c3ccd4" stroke-width="6" \
stroke-linecap="round"/>
<g font-size="14" fill="#5a6672">
<text x="{LEFT + 10}" y="{TOP + 4}">loss</text>
<text x="{LEFT - 24}" y="{SLIDER + 5}">w</text>
<text x="400" y="46">{says}</text>
<text x="400" y="90">loss</text>
<text x="520" y="90">gradient of w</text>
<text x="376" y="227">w</text>
</g>
<text x="400" y="158" font-size="16">Which way to turn w? The gradient</text>
{moments}</svg>
"""


if __name__ == "__main__":
    PICTURE.write_text(moving_picture(), encoding="utf-8")

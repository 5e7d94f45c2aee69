"""The figure of the front page as a still picture, for the README.

    python book/still_picture.py

Its curve, point and slope are computed by the figure's own code.
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
LEFT, RIGHT, TOP, BOTTOM = 50, 350, 30, 200
REACH = 0.45  # of the tangent, to each side


def still_picture() -> str:
    """The loss over w, where we stand, and how steep it is there."""
    loss = loss_at(START)
    loss.backward()
    (slope,) = (n.grad for n in topological_order(loss) if n.label == "w")
    points = curve_points()
    highest = max(y for _, y in points)

    def at(x, y):
        across = LEFT + (x - ENDS[0]) / (ENDS[1] - ENDS[0]) * (RIGHT - LEFT)
        return f"{across:.1f} {BOTTOM - y / highest * (BOTTOM - TOP):.1f}"

    line = " L".join(at(x, y) for x, y in points)
    ends = [at(START + d, loss.data + d * slope) for d in (-REACH, REACH)]
    x, y = at(START, loss.data).split()
    title = f"w = {START}: the loss is {loss.data:g}, the gradient {slope:+g}"
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 250" role="img" \
font-family="system-ui, sans-serif" fill="#1f2933">
<title>{title}</title>
<rect width="720" height="250" rx="10" fill="#ffffff"/>
<path d="M{LEFT} {TOP} V{BOTTOM} H{RIGHT}" fill="none" stroke="#5a6672"/>
<path d="M{line}" fill="none" stroke="#1f2933" stroke-width="2.5"/>
<path d="M{ends[0]} L{ends[1]}" stroke="#7a3fe0" stroke-width="4"/>
<circle cx="{x}" cy="{y}" r="7" fill="#7a3fe0"/>
<g font-size="14" fill="#5a6672">
<text x="{LEFT + 10}" y="{TOP + 4}">loss</text>
<text x="{(LEFT + RIGHT) / 2:g}" y="{BOTTOM + 24}">w</text>
<text x="400" y="56">answer = {INPUT:g} · w, wanted: {WANTED:g}</text>
<text x="400" y="100">loss</text>
<text x="520" y="100">gradient of w</text>
</g>
<g font-size="26" font-weight="650">
<text x="400" y="130">{loss.data:g}</text>
<text x="520" y="130" fill="#b54a00">{f"{slope:+g}".replace("-", "−")}</text>
</g>
<text x="400" y="172" font-size="16">Which way to turn w? The gradient</text>
<text x="400" y="194" font-size="16">says it: a larger w, a smaller loss.</text>
</svg>
"""


if __name__ == "__main__":
    PICTURE.write_text(still_picture(), encoding="utf-8")

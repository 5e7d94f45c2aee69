"""Live figures: how long a repaint takes, and the same move through a kernel.

The browser is slowed down four times, like a phone. A move is one slider event,
one stroke on the drawing, or in a figure without sliders one entry that is
pointed at: the handler, the new numbers in the page, and the layout that
follows. Each figure is measured on a page of its own, and in its chapter of
the built book, where styles and layout have a whole chapter around them.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel
from playwright.sync_api import sync_playwright

from bench.book import HTML
from nnfs_course import (
    SGD,
    Dense,
    Network,
    ReLU,
    SoftmaxCrossEntropy,
    digits,
    figures,
    spiral,
    train,
)
from tests.find_browser import FLAGS, find_browser

BOOK = HTML / "chapters"
ROUNDS = 3  # the fastest counts: another program may have used the machine


def training_replay():
    """Two runs on the spiral, one of them wild: pictures with many edges."""
    inputs, targets = spiral(100, 3, seed=0)
    runs = {}
    for rate in (2.0, 5.0):
        layers = [Dense(2, 64, rng=0), ReLU(), Dense(64, 3, rng=1)]
        network = Network(layers, SoftmaxCrossEntropy())
        recording = figures.Recording(network, inputs, targets)
        history = train(
            network,
            inputs,
            targets,
            optimizer=SGD(rate),
            epochs=2000,
            progress=False,
            watch=recording,
        )
        runs[str(rate)] = (recording, history)
    return figures.training_replay(runs)


def draw_a_digit():
    """The network of chapter 8, before training: as much to compute."""
    layers = [Dense(64, 128, rng=0), ReLU(), Dense(128, 10, rng=1)]
    network = Network(layers, SoftmaxCrossEntropy())
    data = digits(seed=8)
    return figures.draw_a_digit(network, data.inputs[:10], data.targets[:10])


# Of each figure how to make it, its chapter, and its limit in ms.
MAKERS = {
    "one-neuron": (figures.one_neuron, "01-one-neuron", 8),
    "fork": (figures.fork, "01-one-neuron", 8),
    "matrix-product": (figures.matrix_product, "02-a-layer-of-neurons", 8),
    "dense-layer": (figures.dense_layer, "02-a-layer-of-neurons", 16),
    "cross-entropy": (figures.cross_entropy, "03-cross-entropy", 16),
    "softmax-jacobian": (figures.softmax_jacobian, "04-softmax-jacobian", 16),
    "fused-gradient": (figures.fused_gradient, "05-fused-gradient", 16),
    "training-replay": (training_replay, "06-training", 16),
    "gradient-check": (figures.gradient_check, "07-when-gradients-lie", 16),
    "draw-a-digit": (draw_a_digit, "08-handwritten-digits", 16),
}

PAGE = """<!doctype html><html data-theme="light"><body><div id="here"></div>
</body></html>"""

SHOW = """async ([code, styles, spec, state]) => {
  document.head.append(
    Object.assign(document.createElement("style"), { textContent: styles }));
  const blob = new Blob([code], { type: "text/javascript" });
  const { default: widget } = await import(URL.createObjectURL(blob));
  const held = { spec, state };
  const listeners = [];
  const model = { get: (name) => held[name],
                  set(name, value) {
                    held[name] = value;
                    for (const listener of listeners) listener();
                  },
                  on: (event, listener) => listeners.push(listener),
                  off() {}, save_changes() {} };
  widget.render({ model, el: document.getElementById("here") });
}"""

# What follows a prediction would not be laid out.
OPENED = """html [data-after][data-after][data-after] {
  display: block !important; content-visibility: visible !important; }"""

MOVE = """(figure, count) => {
  const sliders = [...figure.querySelectorAll(
    ".slider input[type=range], .nnfs-lookup input[type=range]")];
  const entries = [...figure.querySelectorAll("button.cell")];
  const paper = figure.querySelector(".pixels");
  const stroke = paper ? pen(paper) : null;
  const movable = sliders.length ? sliders : entries;
  const times = [];
  for (let i = 0; i < count; i++) {
    const share = 0.5 + 0.4 * Math.sin(i);
    const element = paper ?? movable[i % movable.length];
    if (!paper && sliders.length) {
      element.value = +element.min + share * (element.max - element.min);
    }
    const kind = sliders.length ? "input" : "pointerenter";
    const event = paper ? stroke(i, share) : new Event(kind, { bubbles: true });
    const start = performance.now();
    element.dispatchEvent(event);
    document.body.getBoundingClientRect();  // the layout belongs to it
    times.push(performance.now() - start);
  }
  return times;

  /** Strokes across the paper; each twentieth begins on an empty one. */
  function pen(paper) {
    paper.setPointerCapture = () => {};  // no finger is really there
    const { left, top, width, height } = paper.getBoundingClientRect();
    const clear = [...figure.querySelectorAll("button")].find(
      (button) => button.textContent === "Clear");
    return (i, share) => {
      if (i % 20 === 0) clear.click();
      return new PointerEvent(i % 20 ? "pointermove" : "pointerdown", {
        clientX: left + share * width, clientY: top + (i % 20) / 20 * height });
    };
  }
}"""

# The same move with a kernel: interact redraws a plot for each new value.
KERNEL = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import interactive
from nnfs_course import Value

def show(w0):
    x, w = [Value(1), Value(-2), Value(3)], [Value(w0), Value(-1), Value(2)]
    y = (x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + 1).relu()
    y.backward()
    plt.bar(["x0", "x1", "x2"], [v.grad for v in x])
    plt.title(f"y = {y.data:.2f}")
    plt.show()

panel = interactive(show, w0=(-5.0, 5.0))
"""


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def alone(page, name: str) -> list[float]:
    """Milliseconds of moves, with nothing else in the page."""
    figure = MAKERS[name][0]()
    page.goto(Path(__file__).as_uri())  # any page of our own
    page.set_content(PAGE)
    code, styles = str(figure._esm), str(figure._css)
    page.evaluate(SHOW, [code, styles, figure.spec, figure.state])
    return repaint_times(page, name)


def in_book(page, name: str, book: Path = BOOK) -> list[float]:
    """The same in its chapter, with all that follows predictions in sight."""
    page.goto((book / f"{MAKERS[name][1]}.html").as_uri())
    page.add_style_tag(content=OPENED)
    return repaint_times(page, name)


def repaint_times(page, name: str) -> list[float]:
    figure = page.locator(f'[data-figure="{name}"][data-ready="true"]').first
    figure.scroll_into_view_if_needed()
    figure.evaluate(MOVE, 50)  # warm up
    rounds = [figure.evaluate(MOVE, 300) for _ in range(ROUNDS)]
    return min(rounds, key=lambda times: percentile(times, 0.95))


def kernel_times(count: int = 20) -> list[float]:
    manager, client = start_new_kernel(cwd=tempfile.gettempdir())
    try:
        client.execute_interactive(KERNEL, output_hook=lambda message: None)
        times = []
        for i in range(count):
            start = time.perf_counter()
            client.execute_interactive(
                f"panel.children[0].value = {-4 + 0.3 * i}",
                output_hook=lambda message: None,
            )
            times.append(1000 * (time.perf_counter() - start))
        return times[3:]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def measured() -> dict:
    """Milliseconds of a move, alone and in the book; and through a kernel."""
    found = {}
    with sync_playwright() as playwright:
        path = find_browser(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        for name, (_, _, limit) in MAKERS.items():
            for where, measure in (("alone", alone), ("in the book", in_book)):
                times = summary(measure(page, name), limit)
                found[f"{name}, {where}"] = times
        browser.close()
    kernel = summary(kernel_times(), None)
    return {**found, "one neuron through a kernel, not slowed": kernel}


def summary(times: list[float], limit: int | None) -> dict:
    high = percentile(times, 0.95)
    return {"median": statistics.median(times), "high": high, "limit": limit}

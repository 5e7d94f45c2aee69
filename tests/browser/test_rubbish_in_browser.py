"""Rubbish in the address and in the browser's storage: nothing breaks.

Each page is loaded once and gets all of it. Afterwards it still works.
"""

import json
from itertools import cycle
from urllib.parse import urlencode

import numpy as np
from playwright.sync_api import expect

from nnfs_course import SGD, Dense, Network, SoftmaxCrossEntropy, figures, train
from nnfs_course.quizzes.contents import contents, with_id
from tests.browser.predictions_page import ASKED
from tests.browser.small_page import open_small_page, write_page
from tests.browser.test_orderings_in_browser import ASKED as ORDERING
from tests.conftest import ROOT
from tests.pages import move, open_page, page_of

# What nobody should read in a page.
SIGNS = r"NaN|undefined|\[object|function|=>"

# --- the address ---

# Chromium takes 200 changes of the address in ten seconds and no more, so a
# link gives something else to every setting at once.
VALUES = [
    *("", "NaN", "Infinity", "-1e999", "1e308", "-0", "5e-324", "0x10", "1,5"),
    *("−3", "null", "__proto__", "💥", "\0", "9" * 999, "ff" * 64, "0" * 128),
]
NO_LINKS = [
    *("", "%", "%zz", "=", "&&&", "figure", "figure=", "figure=__proto__"),
    *('figure="]', "figure=one-neuron&figure=fork", "💥", "x" * 9999, "\0"),
]


def replay():
    inputs, targets = np.array([[0.0, 1.0], [1.0, 0.0]]), [0, 1]
    network = Network([Dense(2, 2, rng=0)], SoftmaxCrossEntropy())
    recording = figures.Recording(network, inputs, targets)
    more = {"optimizer": SGD(1.0), "epochs": 3, "watch": recording}
    history = train(network, inputs, targets, progress=False, **more)
    return figures.training_replay({"1.0": (recording, history)})


def drawing():
    network = Network([Dense(64, 10, rng=0)], SoftmaxCrossEntropy())
    return figures.draw_a_digit(network, np.full((1, 64), 0.5), [3])


def settings_of(figure):
    """What a link can set, by the names that stand in it."""
    own = {
        "training-replay": ["run", "epoch"],
        "gradient-check": ["log10h", *figure.spec.get("switches", {})],
        "draw-a-digit": ["drawing", "digit"],
    }
    name = figure.spec["name"]
    return name, own.get(name, [*figure.spec.get("leaves", {})])


FOLLOW = """([links, signs]) => {
    const bad = [], figures = [...document.querySelectorAll("[data-figure]")];
    for (const link of links) {
        const before = location.hash;
        location.hash = link;
        dispatchEvent(new Event("hashchange"));
        if (link.length > 1 && location.hash === before)
            bad.push([link, "throttled"]);
        for (const figure of figures) {
            const seen = figure.innerText.match(signs);
            if (seen) bad.push([link, figure.dataset.figure, seen[0]]);
            for (const { dataset } of figure.querySelectorAll("[data-value]")) {
                const { node, value } = dataset;
                if (value === "" || !Number.isFinite(Number(value)))
                    bad.push([link, node, value]);
            }
        }
    }
    return bad;
}"""


def test_rubbish_in_the_address(browser, tmp_path):
    shown = [
        *(figures.one_neuron(), figures.fork(), figures.dense_layer()),
        *(figures.cross_entropy(), figures.softmax_jacobian()),
        *(figures.fused_gradient(), figures.matrix_product(), replay()),
        *(figures.gradient_check(), drawing()),
    ]
    links = [*NO_LINKS]
    for name, settings in map(settings_of, shown):
        for k in range(len(VALUES) if settings else 0):
            values = cycle(VALUES[k:] + VALUES[:k])
            link = {"figure": name} | {key: next(values) for key in settings}
            links.append(urlencode(link))
    (tmp_path / "page.html").write_text(page_of(*shown))
    page = open_page(browser, tmp_path, "page.html")
    ready = page.locator('[data-figure][data-ready="true"]')
    expect(ready).to_have_count(len(shown))
    assert page.evaluate(FOLLOW, [links, SIGNS]) == []
    neuron = page.locator('[data-figure="one-neuron"]')
    move(neuron, "w0", 2)
    number = neuron.locator('[data-node="w0"][data-kind=value]').first
    expect(number).to_have_attribute("data-value", "2")
    assert page.errors == page.elsewhere == []
    page.context.close()


# --- what the browser keeps ---

ANSWERS = [
    *("abc", "NaN", "1e999", "constructor", "__proto__", "0,0 9,9", "none"),
    *(" ", "solved", "<b>x</b>", "`", "💥", "x" * 100_000),
]
PICKS = [
    *([], [-1], [99], [1.5], ["0"], [None], [0, 0, 0], [[0]], {}, "0", 0, None),
    *([2**53], [True], list(range(10_000))),
]
ANY = [*ANSWERS, *PICKS, True, 1, -1.5, {"a": {"b": []}}, [[]]]


def saved(ids, **parts):
    """The stored text where each id has this."""
    return json.dumps(
        {name: dict.fromkeys(ids, value) for name, value in parts.items()}
    )


def stored_texts(ids):
    whole = [
        *("", "{", "null", "[]", "0", '"text"', "[1,2", "\0", "x" * 10**6),
        *('{"__proto__": {"picks": 1}}', '{"picks": {"__proto__": [0]}}'),
    ]
    parts = [
        json.dumps({"picks": thing, "answers": thing, "done": thing})
        for thing in ANY
    ]
    entries = [saved(ids, picks=x, answers=x, done=x) for x in ANY]
    return [None, *whole, *parts, *entries]


REMEMBER = """([texts, signs]) => {
    const bad = [];
    for (const text of texts) {
        if (text === null) localStorage.removeItem("nnfs-course");
        else localStorage.setItem("nnfs-course", text);
        dispatchEvent(new Event("storage")); // as if from another tab
        const seen = document.querySelector("main").innerText.match(signs);
        if (seen) bad.push([text?.slice(0, 200), seen[0]]);
        for (const part of document.querySelectorAll("[data-prediction]")) {
            const { prediction, shown } = part.dataset;
            const told = part.querySelector(".result").innerText;
            if ((shown === "true") !== told.length > 0 || told.length > 300)
                bad.push([text?.slice(0, 200), prediction, told]);
        }
        const ordering = document.querySelector("[data-ordering]");
        const told = ordering.querySelector(".result").innerText;
        if (ordering.dataset.solved !== String(told.startsWith("Right.")))
            bad.push([text?.slice(0, 200), "ordering", told]);
    }
    localStorage.removeItem("nnfs-course");
    dispatchEvent(new Event("storage"));
    return bad;
}"""


def test_rubbish_in_storage(browser, tmp_path):
    ordering, about = with_id(ORDERING), contents(1)
    asked = [with_id(each) for each in ASKED]
    ids = [each["id"] for each in (*asked, ordering, *about["questions"])]
    quiz = about | {"predictions": ids[:4], "orderings": [ordering["id"]]}
    done = [exercise["name"] for exercise in about["exercises"]]
    widgets = [("prediction", each) for each in asked]
    widgets += [("ordering", ordering), ("quiz", quiz)]
    places = [*(each["name"] for each in asked), "any", "quiz"]
    body = "<h1>A page</h1>" + "".join(f"<div id={p}></div>" for p in places)
    write_page(tmp_path, widgets, body)
    page = open_small_page(browser, tmp_path)
    score = page.locator(".score").inner_text()
    texts = stored_texts([*ids, *done])
    assert page.evaluate(REMEMBER, [texts, SIGNS]) == []
    assert page.locator(".score").inner_text() == score
    page.get_by_label("It falls").check()
    sign = page.locator('[data-prediction="sign"]')
    sign.locator("button[data-commit]").click()
    expect(sign).to_have_attribute("data-answered", "true")
    assert page.errors == page.elsewhere == []
    page.context.close()


EDITS = """async ([code, texts]) => {
    const blob = new Blob([code], { type: "text/javascript" });
    const cells = await import(URL.createObjectURL(blob));
    const bad = [];
    for (const text of texts) {
        for (const key of ["nnfs-course-cells", "nnfs-course"])
            localStorage.setItem(key, text);
        const kept = cells.savedText("cell");
        if (kept !== null && typeof kept !== "string") bad.push([text, kept]);
        if (typeof cells.isDone("fork") !== "boolean") bad.push([text, "done"]);
        cells.saveText("cell", "x = 1");
        cells.markDone("fork");
        if (cells.savedText("cell") !== "x = 1" || !cells.isDone("fork"))
            bad.push([text, "not kept"]);
    }
    const full = "x".repeat(2 ** 23); // more than a browser gives a page
    cells.saveText("cell", full);
    if (cells.savedText("cell") !== "x = 1") bad.push("full");
    return bad;
}"""


def test_rubbish_where_edits_and_ticks_are_kept(browser, tmp_path):
    (tmp_path / "page.html").write_text(page_of(figures.first_look()))
    page = open_page(browser, tmp_path, "page.html")
    code = (ROOT / "book" / "python" / "js" / "saved.js").read_text()
    texts = [json.dumps({"cell": x, "done": x}) for x in ANY]
    texts += [text for text in stored_texts(["fork"]) if text is not None]
    assert page.evaluate(EDITS, [code, texts]) == []
    assert page.errors == []
    page.context.close()

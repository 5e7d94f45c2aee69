"""The editor of a cell keeps what a plain text field gives."""

import pytest

LAYERS = "02-a-layer-of-neurons"
UNDO, REDO = "ControlOrMeta+z", "ControlOrMeta+Shift+z"
COPY = """text => {
    const field = document.createElement("textarea");
    document.body.append(field);
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
}"""
PAINTED = """() => new Promise(done => requestAnimationFrame(
    () => setTimeout(() => done(performance.now()))))"""


class Editor:
    def __init__(self, page, number):
        self.page, self.number = page, number
        self.keys = page.page.keyboard
        page.cell(number).locator("[data-editor]").focus()
        self.field = page.cell(number).locator("textarea")

    @property
    def text(self):
        return self.field.input_value()

    @property
    def shown(self):
        """What lies under the transparent letters."""
        pre = self.page.cell(self.number).locator(".cell-code pre")
        return pre.evaluate("pre => pre.textContent")

    def write(self, text):
        self.keys.press("ControlOrMeta+a")
        self.keys.type(text)

    def paste(self, text):
        self.page.page.evaluate(COPY, text)
        self.field.focus()
        self.keys.press("ControlOrMeta+a")
        self.keys.press("ControlOrMeta+v")


@pytest.fixture
def editor(chapter):
    page = chapter(LAYERS)
    return Editor(page, page.numbers()[1])


def test_undo_and_redo_go_through_typing_and_indentation(editor):
    stored = editor.text
    editor.write("for i in x:\nprint(i)")
    written = editor.text
    assert written == "for i in x:\n    print(i)"
    seen = []
    while editor.text != stored:
        editor.keys.press(UNDO)
        assert editor.text not in seen
        seen.append(editor.text)
        assert editor.shown.rstrip() == editor.text.rstrip()
    assert "for i in x:" in seen  # what Enter put in goes as one step
    state = editor.page.cell(editor.number).get_attribute("data-state")
    assert state == "stored"
    for _ in seen:
        editor.keys.press(REDO)
    assert editor.text == editor.shown == written


def test_undo_takes_back_what_moved_lines(editor):
    editor.write("a\nb")
    editor.keys.press("ControlOrMeta+a")
    editor.keys.press("ControlOrMeta+]")
    assert editor.text == "    a\n    b"
    editor.keys.press("ControlOrMeta+[")
    assert editor.text == "a\nb"
    while editor.text == "a\nb":
        editor.keys.press(UNDO)
    assert editor.text.split() == ["a", "b"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("def f(x):\nreturn x\ny", "def f(x):\n    return x\ny"),
        ("if a:\nb\nc", "if a:\n    b\n    c"),
        ("f(\na,", "f(\n    a,"),
        ("if a:  # why:\nb", "if a:  # why:\n    b"),
        ("x = 1\n\ny", "x = 1\n\ny"),
        ("\tif a:\nb", "\tif a:\n\t\tb"),  # pasted from elsewhere
        ("\t\tpass\nb", "\t\tpass\n\tb"),
    ],
)
def test_enter_keeps_the_indentation(editor, typed, expected):
    start = typed[: len(typed) - len(typed.lstrip("\t"))]
    editor.paste(start or " ")
    if not start:
        editor.keys.press("Backspace")
    editor.keys.press("ControlOrMeta+End")
    editor.keys.type(typed.removeprefix(start))
    assert editor.text == expected


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_leaves_and_changes_nothing(editor, key):
    before = editor.text
    editor.keys.press("Escape")
    assert editor.field.evaluate("it => it === document.activeElement")
    editor.keys.press(key)
    assert not editor.field.evaluate("it => it === document.activeElement")
    assert editor.text == before


def test_what_is_pasted_is_taken_as_it_is(editor):
    editor.paste("if 1:\r\n\tprint('a')\r\n\tprint('b\tc')\r\n")
    assert editor.text == "if 1:\n\tprint('a')\n\tprint('b\tc')\n"
    assert editor.shown.rstrip() == editor.text.rstrip()
    assert editor.page.run(editor.number) == "done"
    assert editor.page.output(editor.number).split() == ["a", "b", "c"]


def test_letters_lie_upon_letters(editor):
    """Of a wide text with tabs and of many lines, none of it is cut off."""
    editor.paste("\tx = 1  # " + 40 * "wide " + "\n" + 30 * "y = 2\n")
    sizes = editor.page.cell(editor.number).evaluate(
        """cell => [...cell.querySelectorAll(".cell-code > :not(button)")]
            .map(it => {
            const box = it.getBoundingClientRect();
            return [box.left, box.top, box.width, box.height,
                it.scrollWidth <= box.width + 1,
                it.scrollHeight <= box.height + 1];
        })"""
    )
    assert len(sizes) == 2
    assert sizes[0] == pytest.approx(sizes[1], abs=1)
    assert all(size[4:] == [True, True] for size in sizes)


@pytest.mark.timing
def test_a_huge_paste_does_not_hold_up_typing(editor):
    line = "value = layer.forward(x, [0.5, 'a name'])  # a comment\n"
    text = line * (100_000 // len(line))
    editor.paste(text)
    assert editor.text == text
    waits = []
    for _ in range(5):  # the best of some: the machine may be busy
        start = editor.page.page.evaluate("performance.now()")
        editor.keys.type("x")
        waits.append(editor.page.page.evaluate(PAINTED) - start)
    assert min(waits) < 400
    assert editor.shown.rstrip() == editor.text.rstrip()
    editor.write("x = 1")
    colours = editor.page.cell(editor.number).locator(".cell-code pre span")
    assert colours.count() > 0


def test_an_empty_cell_runs_and_shows_nothing(editor):
    page, cell = editor.page, editor.number
    for text in ("", "  \n\n", "# nothing yet\n"):
        assert page.run(cell, text) == "done"
        assert page.status(cell).startswith("done in")
        assert page.output(cell).strip() == ""
        code = page.cell(cell).locator(".cell-code").bounding_box()
        assert code["height"] >= 20  # a line to type into
    assert page.run(cell, "print(1)") == "done"


# Each button that is seen, and whether a thumb near its middle hits it.
HIT = """() => [...document.querySelectorAll(".cell-bar button, .reset-all")]
    .filter(button => button.offsetHeight)
    .map(button => {
        button.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = button.getBoundingClientRect();
        return [button.textContent, [-21, 0, 21].every(far =>
            document.elementFromPoint(x + width / 2, y + height / 2 + far)
                === button && width >= 44)];
    })"""


def test_a_thumb_hits_the_buttons_and_writes(chapter):
    page = chapter(LAYERS)
    page.page.set_viewport_size({"width": 390, "height": 844})
    session = page.page.context.new_cdp_session(page.page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    wide = page.page.evaluate(
        """() => [...document.querySelectorAll("[data-cell] pre")]
            .find(pre => pre.scrollWidth > pre.clientWidth)
            .closest("[data-cell]").dataset.cell"""
    )
    page.write(wide, "x = 1")
    page.write(page.number_of("dense-dinputs"), "x = 1")
    for number in (wide, page.number_of("dense-dinputs")):
        assert page.cell(number).get_attribute("data-state") == "edited"
    hide = "#pst-back-to-top { display: none !important; }"  # it floats above
    page.page.add_style_tag(content=hide)
    hit = page.page.evaluate(HIT)
    assert {text for text, _ in hit} >= {"▶ Run", "↺ Reset"}
    missed = [(place, text) for place, (text, ok) in enumerate(hit) if not ok]
    assert missed == []


def test_the_button_that_copies_does_not_open_the_editor(chapter):
    page = chapter(LAYERS)
    cell = page.cell(page.numbers()[1])
    cell.hover()
    cell.locator(".cell_input button.copybtn").click()
    assert cell.locator("textarea").count() == 0
    copied = cell.locator(".cell_input pre").evaluate("pre => pre.textContent")
    page.write("scratch", "")
    page.page.keyboard.press("ControlOrMeta+v")
    pasted = page.cell("scratch").locator("textarea").input_value()
    assert pasted.strip() == copied.strip()

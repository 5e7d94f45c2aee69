"""What a prediction hides: from eyes, ears and keys, until it is sought."""

import json

from playwright.sync_api import expect

from tests.browser.predictions_page import asked_in, commit, visit

__all__ = ["visit"]


def is_hidden(page, name="number"):
    hidden = page.locator(f'[data-after="{name}"]')
    inside = hidden.locator("p")
    return not any(inside.nth(k).is_visible() for k in range(inside.count()))


def read_by_machine(page) -> str:
    session = page.context.new_cdp_session(page)
    return json.dumps(session.send("Accessibility.getFullAXTree"))


def test_what_follows_is_hidden_from_eyes_keyboard_and_screen_reader(visit):
    page = visit()
    assert is_hidden(page)
    tree = read_by_machine(page)
    assert "How far does" in tree
    assert "Between" in tree
    assert "minus a quarter" not in tree
    assert "quarter, and down" not in tree
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent")
        assert focused != "inside"
    commit(page, "number", "1")
    assert not is_hidden(page)
    assert is_hidden(page, "entries")  # each hides its own
    assert "minus a quarter" in read_by_machine(page)


def test_to_be_shown_is_not_to_answer(visit):
    page = visit()
    asked = asked_in(page, "number")
    asked.locator("button[data-show]").click()
    assert not is_hidden(page)
    assert asked.get_attribute("data-answered") == "false"
    told = asked.locator(".result").text_content()
    assert told == "It is -0.25. A quarter, and down."
    assert asked.locator("button:visible").count() == 0
    expect(page.locator(".score")).to_contain_text("0 of 4 predictions made.")


def test_an_answer_stays_and_goes_with_its_chapter(visit):
    page = visit()
    commit(page, "number", "1")
    commit(page, "entries", "w0 b")
    page.wait_for_timeout(300)  # Chromium stores a moment later
    page.reload()
    page.locator("html[data-done=true]").wait_for()
    assert not is_hidden(page)
    assert "You said 1." in asked_in(page, "number").inner_text()
    pressed = asked_in(page, "entries").locator("[aria-pressed=true]")
    assert pressed.all_inner_texts() == ["w0", "b"]
    expect(page.locator(".score")).to_contain_text("2 of 4 predictions made.")
    page.get_by_role("button", name="Clear this chapter").click()
    page.get_by_role("button", name="Really clear?").click()
    assert is_hidden(page)
    asked = asked_in(page, "number")
    assert asked.get_attribute("data-answered") == "false"
    assert asked.locator(".result").inner_text() == ""
    assert asked.locator("input").input_value() == ""
    commit(page, "number", "2")  # and can be asked again


def test_a_link_to_what_is_hidden_opens_it(visit):
    page = visit()
    page.locator("#go").click()
    expect(page.locator("#inside")).to_be_in_viewport()
    assert not is_hidden(page)
    assert is_hidden(page, "entries")
    assert asked_in(page, "number").get_attribute("data-answered") == "false"
    assert page.locator("[data-after=number] button").is_visible()


def test_a_page_that_is_opened_at_a_hidden_place_opens_it(visit):
    page = visit("#deep")
    expect(page.locator("#deep")).to_be_visible()
    assert is_hidden(page)


def test_the_browser_s_own_search_opens_what_it_finds(visit):
    """It announces what it found by this event, and then scrolls there."""
    page = visit()
    hidden = page.locator("[data-after=number]").first
    assert hidden.get_attribute("hidden") == "until-found"
    hidden.dispatch_event("beforematch")
    assert not is_hidden(page)
    assert hidden.get_attribute("hidden") is None


def test_a_figure_that_a_link_sets_is_shown(visit):
    page = visit()
    page.locator("#deep").evaluate("it => it.dataset.figure = 'some'")
    page.evaluate("location.hash = '#figure=some&w0=2'")
    expect(page.locator("#deep")).to_be_visible()


def test_on_paper_and_without_scripts_the_answer_follows(visit, browser):
    page = visit()
    page.emulate_media(media="print")
    assert page.locator("#inside").is_visible()
    assert asked_in(page, "number").locator("legend").is_visible()
    assert not asked_in(page, "number").locator("button").first.is_visible()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(page.url)
    assert plain.locator("#inside").is_visible()
    context.close()

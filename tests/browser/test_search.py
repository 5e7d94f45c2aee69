"""The search finds sections: what readers ask, and the first answer."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.pages import open_page

CHAPTER = "chapters/0{}.html#{}"
ASKED = {
    "why transpose": "2-a-layer-of-neurons why-the-transpose",
    "one over N": "3-cross-entropy why-1-n",
    "1/N": "3-cross-entropy why-1-n",
    "softmax jacobian": "4-softmax-jacobian softmax-and-its-jacobian",
    "broadcasting": "2-a-layer-of-neurons "
    "weights-and-biases-why-sums-over-samples",
    "why do gradients add": "1-one-neuron a-fork-why-gradients-add",
    "dead relu": "1-one-neuron a-dead-relu",
    "chain rule": "1-one-neuron the-chain-rule-one-factor-at-a-time",
    "mask of relu": "2-a-layer-of-neurons relu-for-a-batch-a-mask",
    "keepdims": "2-a-layer-of-neurons when-shapes-do-not-fit",
    "log of zero": "3-cross-entropy when-p-is-exactly-0",
    "overflow in softmax": "4-softmax-jacobian when-logits-are-large",
    "vector-Jacobian product": "4-softmax-jacobian backward-without-the-matrix",
    "log-sum-exp": "5-fused-gradient the-loss-straight-from-the-logits",
    "what is momentum": "6-training momentum",
    "adam bias correction": "6-training adam",
    "learning rate too high": "6-training the-learning-rate",
    "why is my loss nan": "6-training nan",
    "random seed": "6-training will-you-get-the-same-numbers",
    "gradient check": "7-when-gradients-lie move-a-number-and-look",
    "complex step": "7-when-gradients-lie the-complex-step",
    "confusion matrix": "8-handwritten-digits what-is-confused-with-what",
    "test set": "8-handwritten-digits why-some-images-are-held-out",
}


@pytest.fixture(scope="module")
def page(browser, book):
    """Opened as the theme's field opens it: from disk, offline."""
    page = open_page(browser, book, "search.html?q=chain+rule")
    page.wait_for_selector("#search-results li")
    yield page
    assert page.errors == []
    assert page.elsewhere == []
    page.context.close()


def ask(page, question):
    page.locator("article input[name=q]").fill(question)
    return page.locator("#search-results a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )


def test_what_was_asked_on_another_page_is_answered(page, book):
    assert page.locator("article input[name=q]").input_value() == "chain rule"
    link = page.locator("#search-results a").first.get_attribute("href")
    name, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in (book / name).read_text("utf-8")


@pytest.mark.parametrize("question", ASKED)
def test_the_first_hit_is_the_section(page, question):
    name, anchor = ASKED[question].split(" ", 1)
    assert ask(page, question)[0] == CHAPTER.format(name, anchor)


def test_the_exact_name_of_a_class_leads_to_its_documentation(page):
    first = ask(page, "SoftmaxCrossEntropy")[0]
    assert (
        first == "chapters/reference/api.html#nnfs_course.SoftmaxCrossEntropy"
    )


def test_an_excerpt_is_prose_around_the_word(page):
    ask(page, "momentum")
    first = page.locator("#search-results li").first
    assert "momentum" in first.locator("mark").first.inner_text().lower()
    for text in page.locator("#search-results p").all_inner_texts():
        assert "\\" not in text
        assert "$" not in text
        assert len(text) <= 242


def test_nothing_found_and_nothing_asked_are_said(page):
    assert ask(page, "xylophone") == []
    assert "No section" in page.locator("#search-status").inner_text()
    assert ask(page, " ") == []
    assert page.locator("#search-status").inner_text() == ""


def test_markup_in_a_question_stays_text(page):
    ask(page, "<img src=x onerror=alert(1)> transpose")
    assert page.locator("#search-results img").count() == 0


def test_the_keyboard_opens_the_field_and_asks(browser, book):
    page = open_page(browser, book, "chapters/01-one-neuron.html")
    page.locator("html[data-python]").wait_for(state="attached")
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input[name=q]").fill("why transpose")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#why-the-transpose"
    page.context.close()


def test_an_excerpt_does_not_tell_what_a_prediction_asks_for(book):
    text = (book / "_static" / "search-index.js").read_text("utf-8")
    pages = json.loads(text.partition("=")[2])
    hidden = 0
    for name, parts in pages.items():
        told = " ".join(part["prose"] for part in parts)
        page = (book / f"{name}.html").read_text("utf-8")
        soup = BeautifulSoup(page, "html.parser")
        for paragraph in soup.select("[data-after] p"):
            text = " ".join(paragraph.get_text().split())
            if len(text) > 60:
                assert text not in told
                hidden += 1
    assert hidden > 10


def test_the_script_is_small(book):
    assert (book / "_static" / "search.js").stat().st_size < 6000

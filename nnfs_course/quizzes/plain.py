"""Questions as plain HTML: for GitHub, for paper, for a page without scripts.

What answers a question is folded below it.
"""

from __future__ import annotations

import html

from nnfs_course.page.note import as_html


def questions(asked: list[dict]) -> str:
    """Questions with choices, each with its reasons folded."""
    return "<ol>" + "".join(map(_question, asked)) + "</ol>"


def _question(question: dict) -> str:
    code = f"<pre>{html.escape(question['code'])}</pre>"
    choices = "".join(
        f"<li>{_choice(question, choice)}</li>"
        for choice in question["choices"]
    )
    wrong = "Not this one." if question["lines"] else "Not so."
    reasons = "".join(
        f"<li>{'Right.' if choice['right'] else wrong} "
        f"{as_html(choice['why'])}</li>"
        for choice in question["choices"]
    )
    return (
        f"<li><p>{as_html(question['text'])}{_chapter(question)}</p>"
        f"{code if question['code'] else ''}<ol type='a'>{choices}</ol>"
        f"{_folded('Answers', f'<ol type=a>{reasons}</ol>')}</li>"
    )


def _choice(question: dict, choice: dict) -> str:
    if question["lines"]:
        return f"<code>{html.escape(choice['text'])}</code>"
    return as_html(choice["text"])


def _chapter(question: dict) -> str:
    return f" (chapter {question['chapter']})" if question["chapter"] else ""


def prediction(asked: dict) -> str:
    """What is to be predicted; the answer, and what others would mean."""
    reasons = "".join(
        f"<li>{said(asked, key)}: {as_html(text)}</li>"
        for key, text in asked["means"].items()
    )
    answer = (
        f"<p>It is {said(asked, asked['answer'])}. {as_html(asked['why'])}</p>"
        f"<p>What other answers would mean:</p><ul>{reasons}</ul>"
    )
    return (
        f"<p><strong>Predict.</strong> {as_html(asked['text'])}</p>"
        f"{_options(asked)}{_folded('Answer', answer)}"
    )


def said(asked: dict, key: str) -> str:
    """An answer in words."""
    if asked["kind"] == "choice":
        return f"“{as_html(asked['options'][key])}”"
    if asked["kind"] == "entries":
        names = [asked["names"].get(cell, cell) for cell in key.split()]
        key = ", ".join(names)
    return f"<code>{html.escape(key)}</code>"


def _options(asked: dict) -> str:
    if asked["kind"] == "choice":
        options = map(as_html, asked["options"].values())
        return f"<ul>{''.join(f'<li>{option}</li>' for option in options)}</ul>"
    if asked["kind"] == "entries":
        rows = (
            "".join(f"<td>{html.escape(label)}</td>" for label in row)
            for row in asked["matrix"]
        )
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    return ""


def ordering(asked: dict) -> str:
    """The lines out of order; the right program, and what the others are."""
    lines = asked["lines"]
    mixed = "".join(
        f"<li>{_code(asked, lines[place], '…')}</li>"
        for place in asked["shuffled"]
    )
    program = "".join(
        f"<li>{_code(asked, line)}</li>" for line in lines if "why" not in line
    )
    others = "".join(
        f"<li>{_code(asked, line)}: {as_html(line['mistake'])}. "
        f"{as_html(line['why'])}</li>"
        for line in lines
        if "why" in line
    )
    answer = (
        f"<ol>{program}</ol><p>{as_html(asked['notice'])}</p>"
        f"<p>What does not belong:</p><ul>{others}</ul>"
    )
    return (
        f"<p>{as_html(asked['text'])}</p><ul>{mixed}</ul>"
        f"{_folded('Solution', answer)}"
    )


def _code(asked: dict, line: dict, gap: str = "") -> str:
    """A line as code, its gaps filled rightly or with this sign."""
    pieces = list(line["text"])
    for k in range(1, len(pieces), 2):
        choices = asked["gaps"][pieces[k]]
        right = next(c["text"] for c in choices if c["right"])
        pieces[k] = gap or right
    return f"<code>{html.escape(''.join(pieces))}</code>"


def progress(chapters: list[dict]) -> str:
    """What there is to do. What is done, only a browser knows."""
    rows = "".join(
        f"<tr><td>{chapter['chapter']}</td>"
        f'<td><a href="{chapter["page"]}.ipynb">'
        f"{html.escape(chapter['title'])}</a><br>{as_html(chapter['about'])}"
        f"</td><td>{len(chapter['questions'])}</td>"
        f"<td>{len(chapter['exercises'])}</td>"
        f"<td>{len(chapter['predictions'])}</td></tr>"
        for chapter in chapters
    )
    heads = ("", "chapter", "questions", "exercises", "predictions")
    titles = "".join(f"<th>{head}</th>" for head in heads)
    return (
        f"<table><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _folded(title: str, inside: str) -> str:
    return f"<details><summary>{title}</summary>{inside}</details>"

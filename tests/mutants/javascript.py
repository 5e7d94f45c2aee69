"""Mutants of the engine in the page: `python -m tests.mutants.javascript`.

One operator, number or word of a file is changed at a time. Each mutant is put
the questions of `tests/figures/test_engine.py`, in a worker of a browser that
is ended if it does not answer. The counts go into result.json.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from tests.figures.test_engine import ASK, is_wrong, questions, sources
from tests.find_browser import FLAGS, find_browser
from tests.mutants.__main__ import write

FOLDER = "nnfs_course/figures/js/"
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# What is looked for, longest first, and what is put there.
INSTEAD = {
    r"===": ["!=="],
    r"!==": ["==="],
    r"<=": ["<", ">", "==="],
    r">=": [">", "<", "==="],
    r"&&": ["||"],
    r"\|\|": ["&&"],
    r"\?\?": ["&&"],
    r"\+\+": ["--"],
    r"\+=": ["-=", "="],
    r"=>": [],
    r"\*\*": ["*", "+"],
    r" < ": [" <= ", " > "],
    r" > ": [" >= ", " < "],
    r" \+ ": [" - ", " * "],
    r" - ": [" + ", " * "],
    r" \* ": [" + ", " / "],
    r" / ": [" * "],
    r"(?<=[( ])!(?=[\w(])": [""],
    r"(?<=[( ])-(?=\w)": [""],
    r"\breturn (?=\S)": ["return void "],
    r"\bcontinue;": [";"],
    r"\btrue\b": ["false"],
    r"\bfalse\b": ["true"],
    r"\bMath\.abs\b": [""],
    r"\bMath\.max\b": ["Math.min"],
    r"\bNaN\b": ["0"],
    r"\bInfinity\b": ["0"],
    r"(?<![\w.$])\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.])": ["({} + 1)", "({} - 1)"],
    r"\boperand\b(?! of)|(?<=\[)[ik](?=\])": ["(0)", "(1)"],
}
TOKEN = re.compile("|".join(f"({pattern})" for pattern in INSTEAD))

ASK_EACH = """async ([codes, questions]) => {
  const answers = [];
  for (const code of codes) {
    const blob = new Blob([code], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(blob));
    answers.push(await new Promise((done) => {
      const limit = setTimeout(() => done(null), 5000);
      const end = (answer) => (clearTimeout(limit), done(answer));
      worker.onerror = (event) => (event.preventDefault(), end(null));
      worker.onmessage = ({ data }) => end(data);
      worker.postMessage(questions);
    }));
    worker.terminate();
  }
  return answers;
}"""


def mutants_of(text: str) -> Iterator[tuple[str, str]]:
    """(what was changed, the changed text), for each single change.

    >>> [words for words, _ in mutants_of("let z = x + y;")]
    ['let z = x + y; -> let z = x - y;', 'let z = x + y; -> let z = x * y;']
    """
    comments = [m.span() for m in COMMENT.finditer(text)]
    names = Counter()
    for found in TOKEN.finditer(text):
        start, end = found.span()
        if any(a <= start < b for a, b in comments):
            continue
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        line = text[first:last] if last >= 0 else text[first:]
        for new in list(INSTEAD.values())[found.lastindex - 1]:
            new = new.format(found[0])
            after = line[: start - first] + new + line[end - first :]
            words = f"{line.strip()} -> {after.strip()}"
            names[words] += 1
            if names[words] > 1:
                words += f" ({names[words]})"
            yield words, text[:start] + new + text[end:]


def program(texts: dict[str, str]) -> str:
    """For a worker: the files one after the other, and the questions."""
    joined = "\n".join(texts.values()).replace("export ", "")
    answer = "onmessage = ({ data }) => postMessage(ask(data));"
    return f'"use strict";\n{joined}\n{ASK}\n{answer}'


def main() -> None:
    texts = sources()
    with sync_playwright() as playwright:
        path = find_browser(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page()

        def ask(programs):
            return page.evaluate(ASK_EACH, [programs, questions()])

        if is_wrong(ask([program(texts)])[0]):
            raise SystemExit("The engine itself answers wrongly.")
        for file, text in texts.items():
            start = time.time()
            mutants = list(mutants_of(text))
            found = ask([program({**texts, file: m}) for _, m in mutants])
            alive = [
                words
                for (words, _), answer in zip(mutants, found, strict=True)
                if answer is not None and not is_wrong(answer)
            ]
            counts = {
                "possible": len(mutants),
                "tried": len(mutants),
                "killed": len(mutants) - len(alive),
                "seconds": round(time.time() - start),
                "survivors": sorted(alive),
            }
            write(FOLDER + file, {"share": 1.0, **counts})
            print(file, *list(counts.values())[:-1], *alive, sep="\n  ")
        browser.close()


if __name__ == "__main__":
    main()

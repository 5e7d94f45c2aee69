"""The questions asked elsewhere: each mistake leads to one, and it is fair."""

import math
import re
import statistics

import numpy as np
import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.ideas import IDEAS

QUESTIONS = [q for questions in IDEAS.values() for q in questions]
MISTAKES = [(e, m) for e in ALL.values() for m in e.mistakes]

every_question = pytest.mark.parametrize(
    "question",
    [
        pytest.param(question, id=f"{idea}-{number}")
        for idea, questions in IDEAS.items()
        for number, question in enumerate(questions)
    ],
)


def right(question):
    (choice,) = (c for c in question.choices if c.right)
    return choice


# --- which question follows which mistake ---


@pytest.mark.parametrize(
    ("exercise", "mistake"),
    [pytest.param(e, m, id=f"{e.name}-{m.name}") for e, m in MISTAKES],
)
def test_every_mistake_leads_to_a_question(exercise, mistake):
    assert IDEAS[mistake.idea]


@pytest.mark.parametrize("exercise", ALL.values(), ids=list(ALL))
def test_the_question_is_about_another_place_than_the_exercise(exercise):
    """Nothing that the exercise returns, and not its name, occurs in it."""
    here = {part for part in exercise.parts if len(part) > 1}
    here |= {exercise.name}
    for idea in {m.idea for m in exercise.mistakes}:
        for question in IDEAS[idea]:
            code = re.findall("`([^`]+)`", f"{question.text} {question.code}")
            words = set(re.findall(r"\w[\w-]*", " ".join(code)))
            assert not here & words, question.text


# --- their form ---


@every_question
def test_every_choice_says_why_in_its_own_words(question):
    assert 3 <= len(question.choices) <= 5
    whys = [choice.why for choice in question.choices]
    assert len(set(whys)) == len(whys)
    assert len({choice.text for choice in question.choices}) == len(whys)
    assert all(why.endswith((".", "?")) and len(why) >= 12 for why in whys)
    # The page itself says "Right." or "Not so." before it.
    assert not any(why.startswith(("Right", "Yes", "No,")) for why in whys)
    for text in (question.text, *whys, *(c.text for c in question.choices)):
        assert text.count("`") % 2 == 0, text
        assert text == " ".join(text.split()), text
        assert not set("$\\—") & set(text), text


def chance(questions):
    return sum(1 / len(question.choices) for question in questions)


@pytest.mark.parametrize("pick", [max, min])
def test_the_length_of_a_choice_says_nothing(pick):
    """Always the longest, or the shortest, finds no more than chance does."""
    found = 0
    for question in QUESTIONS:
        lengths = [len(choice.text) for choice in question.choices]
        length = pick(lengths)
        alone = lengths.count(length) == 1
        found += alone and question.choices[lengths.index(length)].right
    assert found <= chance(QUESTIONS)


def test_the_right_answer_has_no_favourite_place():
    for place in range(4):
        there = [q for q in QUESTIONS if len(q.choices) > place]
        found = sum(question.choices[place].right for question in there)
        assert found == pytest.approx(chance(there), rel=1 / 2), place + 1


# --- their numbers, computed ---


def says(text, computed):
    """Whether the first number in a text is this one, as far as it is said."""
    said = re.match(r"[^\d`[-]*(-?\d+(?:\.(\d+))?)", text)
    if not said:
        return False
    rounded = round(computed, len(said[2] or ""))
    return float(said[1]) == rounded == pytest.approx(computed, rel=0.02)


def slope(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


def gained(f, place, moved):
    return f(*moved) - f(*place)


def third_share(a):
    return 2 / (a + 1 + 2)


def running(start, kept, *arriving, share=None):
    for arrived in arriving:
        start = kept * start + (1 - kept if share is None else share) * arrived
    return start


DEGREES = np.random.default_rng(0).normal(size=(7, 24))
TABLE = np.arange(9.0).reshape(3, 3) ** 2
COMPUTED = {
    "ratio": [(41 - 40) / 0.5],
    "both-ways": [(260 - 200) / (3 + 3)],
    "new-minus-old": [(15 - 21) / 3],
    "one-at-a-time": [
        gained(lambda a, b: 2 * a + 5 * b, (1, 1), (1.1, 1.1)) / 0.1
    ],
    "second-part": [slope(np.square, 3.0), slope(np.square, 3.0)],
    "upstream": [3 * -2, slope(lambda x: (5 * x) ** 2, 1.0)],
    "other-factor": [gained(lambda w, h: w * h, (3, 70), (3.1, 70))],
    "paths": [2 - 5 + 4],
    "summand": [slope(lambda postage: 1.2 * (50 + postage), 5.0)],
    "shares": [third_share(1.04) - third_share(1)],
    "weighted-average": [3 - np.average([1, 3], weights=[0.9, 0.1])],
    "sum-of-products": [np.dot([3, 1], [2, 10])],
    "sum-over-batch": [2 - 1 + 4],
    "dtype": [int(0.9)],
    "result-order": [3 - 9],
    "from-zero": [len(range(1, 5)), len([0, *range(100)])],
    "what-can-occur": [len(range(0, 6 + 1))],
    "share-of-all": [30 / 40],
    "brackets": [2 + 6 / 2 * 3],
    "output-minus-target": [slope(lambda y: (y - 1) ** 2 / 2, 0.3)],
    "surprise": [-math.log(0.2)],
    "log-slope": [slope(lambda x: np.log(3 * x), 2.0)],
    "sign-of-step": [1 + 0.5 * -2],
    "step": [10 - 0.1 * -3],
    "state": [running(50, 0.9, 10, 10, share=1), running(10, 0.8, 1, share=1)],
    "running-mean": [running(20, 0.8, 10)],
    "started-at-zero": [running(0, 0.9, 50, 50) / 50],
    "typical-size": [math.sqrt(statistics.mean([6**2, 8**2]))],
    "from-the-start": [100 + 3 * 0.1 * 100],
    "fresh": [80 * 0.9 * 0.9],
    "distance": [abs(-3 - 3)],
    "how-many": [5],
}


@pytest.mark.parametrize(
    ("idea", "which", "computed"),
    [(i, k, n) for i, ns in COMPUTED.items() for k, n in enumerate(ns)],
)
def test_the_right_number_is_the_computed_one(idea, which, computed):
    """And no other choice says it."""
    for choice in IDEAS[idea][which].choices:
        assert says(choice.text, computed) == choice.right, choice.text


def test_no_question_whose_right_answer_is_a_number_was_left_out():
    asked = {
        id(IDEAS[i][k]) for i, ns in COMPUTED.items() for k in range(len(ns))
    }
    for question in QUESTIONS:
        numeric = re.fullmatch(
            r"(To |About )?-?[\d.]+( [^\d]{0,12})?", right(question).text
        )
        assert not numeric or id(question) in asked, question.text


def test_a_row_of_numbers_is_the_computed_one():
    arrives = np.array([5, -2, 3, -4])
    dropout, cut = IDEAS["mask"]
    assert right(dropout).text == f"`{(arrives * [1, 1, 0, 0]).tolist()}`"
    open_ = abs(np.array([-3, 0.5, 2])) < 1
    assert right(cut).text == f"`{(open_ * [4, -6, 5]).tolist()}`"
    (steps,) = IDEAS["sign-only"]
    moved = 2 * np.sign([0.001, -5, 0])
    assert right(steps).text == f"`{moved.astype(int).tolist()}`"
    (repeats,) = IDEAS["repeats"]
    counts = np.zeros(2)
    counts[[0, 0, 1]] += 1
    assert right(repeats).text == f"`{counts.astype(int).tolist()}`"
    (gate,) = IDEAS["gate"]
    da, db = (
        -4 * slope(lambda a: max(a, 5), 2.0),
        -4 * slope(lambda b: max(2, b), 5.0),
    )
    assert right(gate).text == f"{abs(da):.0f} and {db:.0f}"
    (dtype,) = IDEAS["dtype"]
    a = np.array([1, 2, 3])
    a[0] = 0.9
    assert right(dtype).text == str(a[0])


def test_a_shape_is_the_computed_one():
    t = np.array([[1, 1, -1], [1, 1, -1]])
    assert right(IDEAS["boolean-index"][0]).text == str(t[t > 0].shape)
    chosen = np.array([2, 0, 1, 0])
    shape = np.zeros((4, 3))[:, chosen].shape
    assert right(IDEAS["one-for-each-row"][0]).text == str(shape)
    marks = IDEAS["axis"][1]
    shape = np.zeros((20, 6)).sum(axis=0).shape
    assert right(marks).text.startswith(str(shape))


def lines_of(question, names):
    """What each choice, a line of code, gives; None if it stops."""

    def value(choice):
        code = re.search("`([^`]+)`", choice.text)[1]
        try:
            with np.errstate(all="ignore"):
                return eval(code, {"np": np, **names})
        except ValueError:
            return None

    return [(choice, value(choice)) for choice in question.choices]


def only_right_gives(question, wanted, **names):
    for choice, got in lines_of(question, names):
        fits = got is not None and np.shape(got) == np.shape(wanted)
        assert (fits and np.allclose(got, wanted)) == choice.right, choice


def test_only_the_right_line_of_code_gives_what_is_wanted():
    rng = np.random.default_rng(0)
    shop, columns = IDEAS["transpose"]
    for sizes in ((5, 4, 3), (3, 3, 3)):
        customers, products, shops = sizes
        bought = rng.normal(size=(customers, products))
        prices = rng.normal(size=(shops, products))
        wanted = [[(c * s).sum() for s in prices] for c in bought]
        only_right_gives(shop, wanted, bought=bought, prices=prices)
    n, i, o = 3, 3, 3
    x, g, w = (rng.normal(size=s) for s in ((i, n), (o, n), (o, i)))
    units = np.eye(w.size).reshape(-1, *w.shape)
    wanted = [
        slope(lambda h, u=u: (g * ((w + h * u) @ x)).sum(), 0.0) for u in units
    ]
    only_right_gives(columns, np.reshape(wanted, w.shape), X=x, G=g)
    days = IDEAS["axis"][0]
    only_right_gives(days, [max(day) for day in DEGREES], degrees=DEGREES)
    amounts, prices = np.array([1, 2, 3]), np.array([4, 5, 6, 7])
    products = [[p * a for a in amounts] for p in prices]
    (outer,) = IDEAS["outer"]
    only_right_gives(outer, products, prices=prices, amounts=amounts)
    times = np.array([12.1, 11.4, 13.0, 11.9])
    only_right_gives(IDEAS["place"][0], 1, times=times)
    z = np.array([-1000.0, -1, 0, 1, 1000])
    wanted = [
        0,
        math.log1p(math.exp(-1)),
        math.log(2),
        math.log1p(math.e),
        1000,
    ]
    only_right_gives(IDEAS["large-numbers"][0], wanted, z=z)
    hits, throws = np.array([3, 0, 0]), np.array([4, 5, 0])
    (safe,) = IDEAS["safe-at-zero"]
    only_right_gives(safe, [0.75, 0, 0], hits=hits, throws=throws)
    volume, turn = np.array([0.9, 0.9, 0.2]), np.array([0.3, 0, -0.5])
    (clip,) = IDEAS["clip"]
    only_right_gives(clip, [1, 0.9, 0], volume=volume, turn=turn)


def test_a_rule_for_two_numbers_holds_in_both_orders():
    rule = IDEAS["relative"][1]
    pairs = np.array([2.0, -1, 0, 4]), np.array([3.0, -3, 1, 0])
    forward = lines_of(
        rule, {"abs": abs, "max": np.maximum, "a": pairs[0], "b": pairs[1]}
    )
    backward = lines_of(
        rule, {"abs": abs, "max": np.maximum, "a": pairs[1], "b": pairs[0]}
    )
    for (choice, there), (_, back) in zip(forward, backward, strict=True):
        fair = np.array_equal(there, back) and (there >= 0).all()
        assert fair == choice.right


def test_means_that_lie_flat_stand_over_the_wrong_place():
    subtracted = TABLE - (TABLE - TABLE.mean(axis=1))
    assert subtracted[0, 2] == pytest.approx(TABLE[2].mean())
    assert right(IDEAS["keepdims"][0]).text == "The mean of row 2"


def test_copies_change_neither_a_mean_loss_nor_its_gradients():
    x, t = np.array([1.0, 2, -1]), np.array([0.5, 3, 1])
    copies, targets = np.tile(x, 2), np.tile(t, 2)
    assert right(IDEAS["one-over-n"][0]).text == "Both stay the same."
    losses = [
        lambda w, x=x, t=t: ((w * x - t) ** 2).mean()
        for x, t in ((x, t), (copies, targets))
    ]
    assert losses[0](0.7) == pytest.approx(losses[1](0.7))
    assert slope(losses[0], 0.7) == pytest.approx(slope(losses[1], 0.7))


def test_the_mean_of_squares_is_not_the_square_of_the_mean():
    wanted, got = np.square([1, 5]).mean(), np.mean([1, 5]) ** 2
    words = f"{wanted:.0f} is wanted, and {got:.0f} comes out."
    assert right(IDEAS["mean-then"][0]).text == words


def test_one_array_with_two_names_is_changed_once():
    a = np.zeros(2)
    b = a
    b += 1
    assert right(IDEAS["alias"][0]).text == "Ones"
    assert (a == 1).all()

"""The questions of chapter 4: shares, differences, a table, its backward."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.ordering import Distractor, Ordering
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictNumber,
    PredictSign,
)

TITLE = "Softmax and its Jacobian"
MINUTES = 80
ABOUT = "From any numbers to probabilities, and a derivative that is a table."

OPENING = (
    Question(
        "A batch of 2 samples. The first gave 0.25 to its true class. What "
        "is the gradient of the loss at this entry?",
        (
            Choice(
                "-4",
                "That is -1/p. The loss is a mean over two samples, so a "
                "change here counts half.",
            ),
            Choice(
                "-2",
                "-1/p is -4, and the mean over two halves it.",
                right=True,
            ),
            Choice(
                "-0.125",
                "That is -p/N. The slope of -log p is one over p.",
            ),
        ),
        chapter=3,
    ),
    Question(
        "How fast does `log p` move with `p`, at p = 0.2?",
        (
            Choice(
                "0.2 times as far",
                "That is how fast `p` moves with its logarithm. The other "
                "way round, the ratio turns over.",
            ),
            Choice(
                "-1.61 times as far",
                "That is the logarithm of 0.2, not how fast it moves.",
            ),
            Choice(
                "5 times as far",
                "The slope of the logarithm is one over the number.",
                right=True,
            ),
        ),
        chapter=3,
    ),
    Question(
        "A number leads to the output on two paths. The slopes along the "
        "first are 3 and 2, along the second -1 and 4. How fast does the "
        "output move with the number?",
        (
            Choice(
                "2",
                "Along a path slopes multiply, at a fork the paths add: 6 and "
                "-4.",
                right=True,
            ),
            Choice(
                "8",
                "Here all four are added. Along one path, they multiply.",
            ),
            Choice(
                "-24",
                "Here all four are multiplied. The two paths are side by "
                "side, so they add.",
            ),
        ),
        chapter=1,
    ),
)

PREDICTIONS = (
    PredictNumber(
        name="the-next-share",
        text="The logits of a sample are 1, 2, 3, 4: each is 1 larger than "
        "the one before. How many times as large is its probability?",
        answer=2.718,
        places=2,
        tolerance=0.03,
        why="A step of 1 in the exponent multiplies by e. Sharing divides "
        "all of them by the same sum, and keeps the ratio.",
        means={
            2: "So it is from logit 1 to logit 2, if you share the logits "
            "themselves. But first come the exponentials.",
            1: "Then all would be equal. Larger logits get more.",
            1.33: "That is 4 divided by 3. It is the exponentials that are "
            "shared, not the logits.",
            10: "Then the base would be ten. Ours is e.",
        },
        other="What does e to the 2 divided by e to the 1 give?",
    ),
    PredictChoice(
        name="shifted-logits",
        text="In row 1 each logit is 1 larger than in row 0. How do its "
        "probabilities compare with those of row 0?",
        choices=(
            Choice(
                "all of them are larger",
                "They add up to 1 in both rows, so not all can grow.",
            ),
            Choice(
                "the largest grew, the others shrank",
                "That happens if all logits are multiplied. Here the "
                "differences stay what they were.",
            ),
            Choice(
                "they are more alike",
                "1 more seems less if the numbers are larger. But softmax "
                "does not compare the logits themselves.",
            ),
            Choice(
                "they are the same",
                "All exponentials are e times as large, and so is their sum. "
                "The shares do not move.",
                right=True,
            ),
        ),
    ),
    PredictChoice(
        name="infinite-exponentials",
        text="The logits are 1000 and 999, and both exponentials become "
        "infinite. Which probabilities come out?",
        choices=(
            Choice(
                "1 and 0",
                "With a difference of only 1, the second still gets its "
                "share. And infinity divided by infinity is not 1.",
            ),
            Choice(
                "a half and a half",
                "Infinity does not know how large it once was, that is true. "
                "But nor is the sum twice that much: it is infinite as well.",
            ),
            Choice(
                "nan and nan",
                "Infinity divided by infinity has no answer, so it is not a "
                "number.",
                right=True,
            ),
            Choice(
                "none: Python stops",
                "NumPy warns, and goes on. That is the dangerous part.",
            ),
        ),
    ),
    PredictSign(
        name="another-logit",
        text="The logit of class 1 rises a little, all others stay. What "
        "does the probability of class 0 do?",
        answer=-1,
        why="It is divided by a larger sum.",
        means={
            0: "Its own exponential stays the same. But the sum that it is "
            "divided by does not.",
            1: "Class 1 rises. All of them add up to 1, so what it gains, "
            "others lose.",
        },
        labels=("it falls", "it does not move", "it rises"),
    ),
    PredictNumber(
        name="nudged-exponential",
        text="e to the 2 is 7.389. Raise the exponent to 2.01. How far does "
        "the exponential move, to three decimals?",
        answer=0.074,
        places=3,
        tolerance=0.0015,
        why="The slope is the value: 7.389 times the nudge of 0.01.",
        means={
            0.01: "So far the exponent moves. The exponential moves 7.389 "
            "times as far.",
            0.02: "That is 2 times the nudge. The slope is not the exponent, "
            "it is the value.",
            0.054: "That is 2 times e, times the nudge: the rule for a "
            "square, where the base moves. Here the exponent does.",
            0.739: "One more zero: the nudge is a hundredth, not a tenth.",
            7.463: "That is where it stands after the nudge. We ask how far "
            "it moved.",
        },
        other="The slope of exp is exp itself. Multiply it by the nudge.",
    ),
    PredictSign(
        name="a-row-of-the-jacobian",
        text="Add up the three numbers of a row: what all logits do to one "
        "output. What comes out?",
        answer=0,
        why="If all logits rise together, the output does not move.",
        means={
            1: "The probabilities add up to 1. A row of the Jacobian says "
            "how one of them moves when all logits rise by the same bit.",
            -1: "Two of the three are below zero, but the one on the "
            "diagonal weighs as much as both.",
        },
        labels=("less than zero", "zero", "more than zero"),
    ),
    PredictChoice(
        name="equal-upstream",
        text="Set all three upstream gradients `g` to the same number, say "
        "2. What will `dz` be?",
        choices=(
            Choice(
                "2 everywhere",
                "A layer that hands on copies would give that. Here each "
                "logit also takes from the other outputs.",
            ),
            Choice(
                "0 everywhere",
                "All outputs matter alike, and their sum cannot change: "
                "nothing is to be gained.",
                right=True,
            ),
            Choice(
                "twice the probabilities",
                "The average upstream gradient is 2 as well, and it is taken "
                "away before.",
            ),
            Choice(
                "twice s times (1 - s)",
                "That is the diagonal alone. The rest of each column takes "
                "it all back.",
            ),
        ),
    ),
    PredictNumber(
        name="a-jacobian-of-words",
        text="With 50,000 classes there are 50 times as many. How many "
        "megabytes does one Jacobian fill?",
        answer=20_000,
        tolerance=100,
        why="50 times as many rows, and each is 50 times as long: 2,500 "
        "times 8.",
        means={
            400: "That is 50 times as much. But rows and columns become 50 "
            "times as many.",
            8: "It grows with the number of classes.",
            800: "Rows and columns do not add, they multiply: 50 times 50, "
            "not 50 plus 50.",
            2_500: "That is how many times as much as before. Before, it was "
            "8.",
        },
        other="How many times as many rows, and how many times as many "
        "columns?",
    ),
)

ORDERINGS = (
    Ordering(
        name="softmax-there-and-back",
        text="Softmax for a batch of `logits`, and the way back: `dvalues` "
        "arrives at its outputs `s`, and `dlogits` is wanted. Two of the "
        "lines do not belong.",
        lines=(
            "top = logits.max(axis=1, keepdims=True)",
            "e = np.exp({shifted})",
            "s = e / e.sum(axis={axis}, keepdims=True)",
            "mean = (dvalues * {weight}).sum(axis=1, keepdims=True)",
            "dlogits = s * (dvalues - mean)",
        ),
        gaps={
            "shifted": (
                Choice(
                    "logits, top",
                    "NumPy takes the second argument as the place to store "
                    "the result. Nothing is subtracted.",
                ),
                Choice("logits - top", "The largest is 0.", right=True),
                Choice(
                    "top - logits",
                    "Then the largest logit gets the smallest share.",
                ),
            ),
            "axis": (
                Choice("1", "Along each row.", right=True),
                Choice(
                    "0",
                    "That adds down the samples. Then each column adds up to "
                    "1, in place of each row.",
                ),
            ),
            "weight": (
                Choice("s", "Weighted by the probabilities.", right=True),
                Choice(
                    "(1 - s)",
                    "That weighs most what is least probable. It is left over "
                    "from the derivative of a sigmoid.",
                ),
                Choice(
                    "e",
                    "Exponentials are no shares yet: they do not add up to 1, "
                    "so this would be no average.",
                ),
            ),
        },
        distractors=(
            Distractor(
                "s = e / e.sum()",
                "One sum for all samples",
                "Each sample has its own probabilities, so each row is "
                "divided by its own sum.",
            ),
            Distractor(
                "dlogits = s * (1 - s) * dvalues",
                "The diagonal alone",
                "It leaves out what each logit does to the other outputs. "
                "Its rows do not add up to 0.",
            ),
        ),
        notice="Notice that no table of (C, C) was needed: an average of each "
        "row says all that the Jacobian says.",
    ),
)

QUESTIONS = (
    Question(
        "Each of three logits is raised by 10. What do the probabilities do?",
        (
            Choice(
                "The largest one grows, the others shrink.",
                "That is what multiplying the logits by 10 would do. Adding the same number keeps all differences.",
            ),
            Choice(
                "All of them grow, and then they are divided again.",
                "Half of it is right: the exponentials grow. But all by the same factor, and so the shares stay what they were.",
            ),
            Choice(
                "They become equal.",
                "Equal probabilities need equal logits. The differences have not changed.",
            ),
            Choice(
                "They stay as they are.",
                "Softmax sees only differences. This is why the maximum may be subtracted first, so that nothing overflows.",
                right=True,
            ),
        ),
    ),
    Question(
        "The probabilities of a sample are [0.7, 0.2, 0.1]. You nudge the first logit up by 0.01. What does the second probability do?",
        (
            Choice(
                "Nothing: it has a logit of its own.",
                "This is the thought behind the classic mistake, the diagonal alone. All three share one denominator.",
            ),
            Choice(
                "It falls by about 0.0014.",
                "The entry off the diagonal is -s_i · s_j, and -0.2 · 0.7 · 0.01 is -0.0014.",
                right=True,
            ),
            Choice(
                "It rises by 0.0016.",
                "This is 0.2 · (1 - 0.2) · 0.01: its answer to its own logit. It was the first one that moved.",
            ),
            Choice(
                "It falls by about 0.0021.",
                "The first probability rises by that much: 0.7 · 0.3 · 0.01. The second and third pay for it together.",
            ),
        ),
    ),
    Question(
        "A batch of N samples with C classes goes through softmax. How large are the Jacobians, if you wrote them all down?",
        (
            Choice(
                "N tables of (C, C)",
                "The logits of one sample do not touch the probabilities of another. N · C · C numbers.",
                right=True,
            ),
            Choice(
                "one table of (C, C)",
                "The table depends on the probabilities, and each sample has its own.",
            ),
            Choice(
                "one of (N, C)",
                "This is the shape of the gradient in the end. A derivative of C outputs with respect to C inputs needs C · C entries.",
            ),
            Choice(
                "C tables of (N, N)",
                "That would be samples acting on samples. Softmax works in each row alone.",
            ),
        ),
    ),
    which_line(
        "This should be softmax for a batch `z` of shape (N, C). There is no error, but the rows do not add up to 1. Which line is wrong?",
        Choice(
            "top = z.max(axis=1, keepdims=True)",
            "It is right: the largest logit of each row, as a column.",
        ),
        Choice(
            "e = np.exp(z - top)",
            "It is right. No exponent is above 0, so nothing overflows.",
        ),
        Choice(
            "total = e.sum(axis=0, keepdims=True)",
            "It adds down the samples. The shape (1, C) broadcasts, so nothing complains, and each column adds up to 1 in place of each row.",
            right=True,
        ),
        Choice(
            "p = e / total",
            "It is right: shares of the total. It can only be as good as the total is.",
        ),
    ),
    Question(
        "After softmax's backward pass you add up the gradient of the logits of one sample. What comes out?",
        (
            Choice(
                "1, since the probabilities add up to 1.",
                "The probabilities do. What is asked is how the loss changes when all logits go up together.",
            ),
            Choice(
                "0, whatever arrived from upstream.",
                "All logits up by the same bit changes nothing, so the slope in this direction is 0. A good check of any version.",
                right=True,
            ),
            Choice(
                "The same sum as the upstream gradient had.",
                "A layer that only hands copies on would do that. Softmax takes the common part away.",
            ),
            Choice(
                "It depends on `dvalues`.",
                "Each entry does. But the rows of the Jacobian add up to 0, and this makes the sum 0 for every upstream gradient.",
            ),
        ),
    ),
    Question(
        "What is wrong with `dinputs = outputs * (1 - outputs) * dvalues` for softmax?",
        (
            Choice(
                "Nothing: it is the derivative that stands in every book of formulas.",
                "It is the derivative of the sigmoid, where each output has a single input. It looks the same as softmax's diagonal.",
            ),
            Choice(
                "The shapes do not fit.",
                "They fit: everything is (N, C). This is why the mistake runs without an error.",
            ),
            Choice(
                "It leaves out how each logit changes the other probabilities.",
                "It keeps the diagonal and drops the rest. Its rows do not add up to 0, and that gives it away.",
                right=True,
            ),
            Choice(
                "It needs a minus sign.",
                "A logit that goes up takes its own probability up. The diagonal is positive.",
            ),
        ),
    ),
)

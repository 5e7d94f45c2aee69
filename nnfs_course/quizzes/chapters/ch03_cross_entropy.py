"""The questions of chapter 3: targets, surprise, -y/p, and 1/N."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)

TITLE = "Cross-entropy"
MINUTES = 70
ABOUT = "How wrong is an answer? The loss, its gradient, and the 1/N."

OPENING = (
    Question(
        "A dense layer of 4 neurons gets a batch of 10 samples. How is the "
        "gradient of one bias made?",
        (
            Choice(
                "From the one sample that used it.",
                "Every sample used it. A bias is added in each row.",
            ),
            Choice(
                "By adding up its column of `dvalues`.",
                "One number, ten paths: at a fork, gradients add.",
                right=True,
            ),
            Choice(
                "By adding up one row of `dvalues`, over all neurons.",
                "A row belongs to one sample and to four biases. This bias "
                "has a column.",
            ),
        ),
        chapter=2,
    ),
    Question(
        "`outputs = inputs @ weights + biases`. What is the gradient of "
        "`inputs`?",
        (
            Choice(
                "`dvalues @ weights`",
                "`dvalues` is (samples, neurons) and `weights` is (inputs, "
                "neurons): they meet only if one of them is turned.",
            ),
            Choice(
                "`inputs.T @ dvalues`",
                "That is the gradient of `weights`: it has their shape.",
            ),
            Choice(
                "`dvalues @ weights.T`",
                "Each input collects its share from all neurons, along the "
                "same row of weights.",
                right=True,
            ),
        ),
        chapter=2,
    ),
    Question(
        "`a` moves `b` 4 times as far, and `b` moves `c` half as far as "
        "itself. How far does `a` move `c`?",
        (
            Choice(
                "2 times as far",
                "Along a chain, the ratios multiply: 4 times a half.",
                right=True,
            ),
            Choice(
                "4.5 times as far",
                "Adding is for paths side by side. Here one follows the other.",
            ),
            Choice(
                "half as far",
                "That is the last gear alone. What `b` does comes from `a`.",
            ),
        ),
        chapter=1,
    ),
)

PREDICTIONS = (
    PredictEntries(
        name="one-hot-places",
        text="Take `y` from above: classes 0, 1, 2, 1, 0. Which entries of "
        "its one-hot rows are 1?",
        matrix=(("?", "?", "?"),) * 5,
        answer=((0, 0), (1, 1), (2, 2), (3, 1), (4, 0)),
        why="A row for each sample, and in it the column of its class.",
        means={
            ((0, 0), (1, 1), (2, 2)): "Those are the first three rows only. "
            "There is a row for each of the five samples.",
            ((0, 0), (1, 1), (2, 2), (3, 0), (4, 1)): "Row 3 belongs to "
            "class 1, and row 4 to class 0.",
            ((0, 1), (1, 2), (3, 2), (4, 1)): "Here the columns are counted "
            "from 1. Class 0 has column 0.",
            ((1, 0), (1, 1), (1, 2), (3, 0), (3, 1), (3, 2)): "These are the "
            "rows whose index is 1. The index says which column, and each "
            "row gets one 1.",
        },
        other="Go row by row. The class index of a sample is the column "
        "where its 1 stands, counted from 0.",
    ),
    PredictChoice(
        name="table-of-two",
        text="A batch of two samples has the classes 0 and 2. What does "
        "`np.eye(len(y))[y]` give?",
        choices=(
            Choice(
                "two rows of three columns",
                "So it would be with the number of classes. `len(y)` is the "
                "number of samples, and that is two.",
            ),
            Choice(
                "three rows of two columns",
                "The rows are picked by `y`, so there are as many as entries "
                "in `y`.",
            ),
            Choice(
                "an error, for there is no row 2",
                "The table has the rows 0 and 1. A class that is larger "
                "cannot be looked up.",
                right=True,
            ),
            Choice(
                "two rows of two columns",
                "It is a table of that size. But `y` asks for row 2 of it.",
            ),
        ),
    ),
    PredictNumber(
        name="a-third-step",
        text="For p = 0.1, the loss -log p is 2.303. For p = 0.01 it is "
        "4.605. What is it for p = 0.001?",
        answer=6.908,
        places=1,
        tolerance=0.06,
        why="Each step to a tenth adds the same amount, 2.303: a logarithm "
        "turns factors into sums.",
        means={
            9.2: "That doubles once more, since 4.605 is twice 2.303. But "
            "from p = 1, with loss 0, to p = 0.1 it did not double: it rose "
            "by 2.303, and it does so at each step.",
            46.1: "Ten times smaller is not ten times the loss. The first "
            "step did not multiply by ten, either.",
            4.6: "So it would be if it levelled off there. A logarithm never "
            "does: it falls without end.",
            5.1: "That adds less at each step. How much did the last step "
            "add, and the one from p = 1 to p = 0.1?",
        },
        other="Look at the steps: from p = 1 to 0.1 the loss rises by 2.303, "
        "from 0.1 to 0.01 as well.",
    ),
    PredictSign(
        name="a-wrong-class",
        text="Sample 0 has the probabilities 0.7, 0.1, 0.2, and its true "
        "class is 0. Raise the 0.1 a little, and leave all else as it is. "
        "What does the loss do?",
        answer=0,
        why="The loss takes one number of each row, and this is not the one.",
        means={
            1: "It feels wrong to give more to a wrong class. But the loss "
            "only reads the true one, and this has not moved.",
            -1: "Less loss comes from more probability for the true class "
            "alone.",
        },
        labels=("it falls", "it stays as it is", "it rises"),
    ),
    PredictNumber(
        name="slope-of-log",
        text="Now hold the other gear, still where p = 0.1. You move `p` a "
        "little. How many times as far does `x`, its logarithm, move?",
        answer=10,
        places=1,
        why="If `p` moves a tenth as far as `x`, then `x` moves ten times as "
        "far as `p`.",
        means={
            0.1: "That is the ratio from `x` to `p`. You hold the other end "
            "now, so it turns over.",
            1: "That would be true where p = 1. Here one gear is far slower "
            "than the other.",
            -10: "The size is right. But when `p` rises, so does its "
            "logarithm. The minus of -log p comes later.",
            -2.3: "That is the logarithm of 0.1 itself, not how fast it moves.",
            0.9: "That is what is missing from 0.1 to 1. Ratios turn over, "
            "they are not taken away from 1.",
        },
        other="Say `x` moves by 0.01. Then `p` moves by 0.001. What is the "
        "first divided by the second?",
    ),
    PredictNumber(
        name="slope-at-a-twentieth",
        text="At p = 0.5 the slope of -log p is -2. What is it at p = 0.05?",
        answer=-20,
        places=2,
        tolerance=0.5,
        why="One over 0.05, and a minus: ten times less probability, ten "
        "times the slope.",
        means={
            20: "The size is right. More probability for the truth makes the "
            "loss smaller, so the slope is negative.",
            -0.2: "Small probabilities have steep slopes: it is one over p, "
            "and not p times something.",
            -0.05: "That is -p. The slope is one over it.",
            -3: "That is close to log 0.05, the loss without its minus. The "
            "slope says how fast it changes.",
            -4: "That is twice as steep, but p is ten times smaller.",
        },
        other="The slope of -log p is minus one over p. How often does 0.05 "
        "fit into 1?",
    ),
    PredictChoice(
        name="a-batch-copied",
        text="You copy the batch ten times, so every mistake stands there ten "
        "times. The sum without 1/N becomes ten times as large. And the sum "
        "with 1/N?",
        choices=(
            Choice(
                "it becomes ten times as large, too",
                "The sum has ten times as many terms. But each of them is "
                "divided by an N that is ten times as large.",
            ),
            Choice(
                "it does not change",
                "Ten times as many terms, each a tenth: an average does not "
                "care how often it is repeated.",
                right=True,
            ),
            Choice(
                "it shrinks to a tenth",
                "Each term does. But there are ten times as many of them.",
            ),
            Choice(
                "it becomes 0",
                "Copies do not cancel: all of them have the same sign.",
            ),
        ),
    ),
)

QUESTIONS = (
    Question(
        "Of three classes the first is the true one. Which answer has the smaller cross-entropy: [0.5, 0.5, 0.0] or [0.5, 0.25, 0.25]?",
        (
            Choice(
                "The first: it has ruled out one class.",
                "It has, but the loss does not look there. Only the probability of the true class counts.",
            ),
            Choice(
                "The second: it is surer than any other answer.",
                "Here the true class stands out, and an accuracy would see that. The loss reads one number of the row, and it is 0.5 in both.",
            ),
            Choice(
                "Neither: both are -log 0.5.",
                "With one true class, the loss sees only what this class was given.",
                right=True,
            ),
            Choice(
                "The second: the first has a 0, and log 0 is infinite.",
                "The 0 stands at a wrong class. It is multiplied by a target of 0 and never counts. At the true class it would.",
            ),
        ),
    ),
    Question(
        "The probability of the true class falls from 0.1 to 0.01, and then to 0.001. How does the loss of this sample change?",
        (
            Choice(
                "It grows by about 2.3 each time.",
                "-log turns factors into sums. Each factor of ten costs log 10, about 2.3.",
                right=True,
            ),
            Choice(
                "It grows tenfold each time.",
                "The gradient does that: it is -1/p. The loss is the logarithm, and grows by steps of equal size.",
            ),
            Choice(
                "Hardly at all: 0.09 first, then 0.009.",
                "So it would with 1 - p as the loss. For such a loss, wrong and very wrong are nearly the same.",
            ),
            Choice(
                "By 1 each time.",
                "That is the logarithm to base ten. Here log is the natural one, and its derivative is 1/p without a factor.",
            ),
        ),
    ),
    Question(
        "Four samples, and the second one gave 0.5 to its true class. What is the gradient of the loss at this entry?",
        (
            Choice(
                "-2",
                "This is -1/p for one sample alone. The loss is a mean over four, so a change here counts for a quarter.",
            ),
            Choice(
                "0.5",
                "The size is right. But more probability for the truth makes the loss smaller, so the sign must be minus.",
            ),
            Choice(
                "-0.125",
                "This is -p/N. The derivative of log p is 1/p: small probabilities have steep slopes.",
            ),
            Choice(
                "-0.5",
                "-1/p is -2 for one sample alone, and the mean over four divides it by 4.",
                right=True,
            ),
        ),
    ),
    which_line(
        "This should be the cross-entropy of a batch. `y` holds class indices. There is no error, but the loss is too large. Which line is wrong?",
        Choice(
            "n = len(p)",
            "It is right: the number of rows is the number of samples.",
        ),
        Choice(
            "true_p = p[:, y]",
            "A slice takes every row, and of each all columns in `y`: an (N, N) table. One entry for each row is `p[np.arange(n), y]`.",
            right=True,
        ),
        Choice(
            "losses = -np.log(true_p)",
            "It is right for whatever shape it gets, and so the mistake before it goes unnoticed.",
        ),
        Choice(
            "loss = losses.sum() / n",
            "It is right for (N,) losses. Had `np.mean` stood here, the number would look plausible and be wrong all the same.",
        ),
    ),
    Question(
        "A table of shape (3, 3) arrives as targets, and each row holds a single 1. What is it?",
        (
            Choice(
                "Class indices, because they are integers.",
                "Integers alone do not decide it, since one-hot rows are often integers, too. The number of dimensions does.",
            ),
            Choice(
                "It cannot be known: 3 samples and 3 classes look alike.",
                "That would be so if the shape's numbers decided. But indices have one dimension, and one-hot rows have two.",
            ),
            Choice(
                "One-hot rows, because it has two dimensions.",
                "Indices are (N,), one-hot rows are (N, C). The number of dimensions tells them apart, whatever N and C are.",
                right=True,
            ),
            Choice(
                "Three samples of class 1.",
                "Where the 1 stands says which class it is. That it is a 1 only says: this one.",
            ),
        ),
    ),
    Question(
        "Somebody clips probabilities to at least 1e-7 in forward, but not in backward. The true class has p = 1e-12. What is wrong?",
        (
            Choice(
                "Nothing: clipping only keeps log from failing.",
                "It does keep log from failing. It also changes the function: below 1e-7 it is flat.",
            ),
            Choice(
                "Value and gradient belong to two different functions.",
                "Forward is flat there, while backward says -1/p, a slope of 1e12. No gradient check can pass.",
                right=True,
            ),
            Choice(
                "The loss is infinite.",
                "It is not: -log of 1e-7 is about 16. The gradient is where it goes wrong.",
            ),
            Choice(
                "The gradient is 0, so the sample is lost.",
                "This would be the honest gradient of a clipped forward pass. Here backward does not know about the clipping.",
            ),
        ),
    ),
)

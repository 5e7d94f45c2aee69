"""The quiz of chapter 3: targets, surprise, -y/p, and 1/N."""

from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "Cross-entropy"
MINUTES = 35
ABOUT = "How wrong is an answer? The loss, its gradient, and the 1/N."

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

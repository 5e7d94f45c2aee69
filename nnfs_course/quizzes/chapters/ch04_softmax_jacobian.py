"""The quiz of chapter 4: shares, differences, a table, and its backward."""

from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "Softmax and its Jacobian"
MINUTES = 60
ABOUT = "From any numbers to probabilities, and a derivative that is a table."

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
                "Nothing at all.",
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
                "It rises by about 0.0016.",
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
                "one table of (N, C)",
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
                "It depends on the upstream gradient.",
                "Each entry does. But the rows of the Jacobian add up to 0, and this makes the sum 0 for every upstream gradient.",
            ),
        ),
    ),
    Question(
        "What is wrong with `dinputs = outputs * (1 - outputs) * dvalues` for softmax?",
        (
            Choice(
                "Nothing. It is the derivative from the book of formulas.",
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

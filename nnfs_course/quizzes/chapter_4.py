"""STUB"""

from nnfs_course.quizzes.question import Choice, Question, which_line

QUESTIONS = (
    Question(
        "The gradient of `w0` is -3. You raise `w0` a little. What does the loss do?",
        (
            Choice(
                "It rises.",
                "A positive gradient would say so. Here the sign is minus.",
            ),
            Choice(
                "It falls, about 3 times as much as `w0` rose.",
                "Right sign and right size: the gradient is the ratio.",
                right=True,
            ),
            Choice(
                "It falls by 3.",
                "That holds for a step of 1 and a straight line. The gradient is a ratio, not a distance.",
            ),
        ),
    ),
    Question(
        "What does this print?",
        (
            Choice(
                "(2, 3)",
                "Rows of the first, columns of the second.",
                right=True,
            ),
            Choice("(3, 2)", "These are the inner sizes the wrong way round."),
        ),
        code="a = np.ones((2, 4))\nb = np.ones((4, 3))\nprint((a @ b).shape)",
    ),
    which_line(
        "This should be one step downhill. Which line is wrong?",
        Choice(
            "y = w * x",
            "The forward pass is as it should be, and nothing more is needed.",
        ),
        Choice("dw = 2 * (y - t) * x", "The chain rule: 2(y - t), times x."),
        Choice(
            "w = w + rate * dw",
            "Plus goes uphill. The step is against the gradient.",
            right=True,
        ),
    ),
)

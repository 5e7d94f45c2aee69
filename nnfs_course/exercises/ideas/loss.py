"""Losses: who is looked at, the sign, the mean, the logarithm, large numbers."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "one-over-n": (
        Question(
            "The loss is a mean over the samples. Someone puts every sample into the batch twice. What happens to the loss, and to the gradients of the weights?",
            (
                Choice(
                    "Both double.",
                    "That would be a sum over the samples. A mean does not mind copies.",
                ),
                Choice(
                    "The loss stays, and the gradients halve.",
                    "Then the gradients would be divided by N twice. They belong to this loss, so they stay with it.",
                ),
                Choice(
                    "Both stay the same.",
                    "There are twice as many terms, and each counts half.",
                    right=True,
                ),
                Choice(
                    "The loss stays, and the gradients double.",
                    "Then the 1/N would be missing on the way back. A gradient belongs to its loss.",
                ),
            ),
        ),
        Question(
            "A regression with 2 outputs has N samples. Its loss is the mean over the samples of `(y[0] - t[0])**2 + (y[1] - t[1])**2`. By what is its gradient divided?",
            (
                Choice(
                    "By 2N, the number of all entries",
                    "The two outputs of a sample are added here, and not averaged.",
                ),
                Choice(
                    "By 2, the number of outputs",
                    "The outputs are added. The mean is over the samples.",
                ),
                Choice(
                    "By N, once",
                    "The loss has one 1/N in it, and so has its gradient.",
                    right=True,
                ),
                Choice(
                    "By N twice: in the loss and in the layer",
                    "A layer hands on what arrives. The 1/N is in that already.",
                ),
            ),
        ),
    ),
    "output-minus-target": (
        Question(
            "A loss is `(y - t)**2 / 2`. The network says y = 0.3, and t = 1 is true. What is the gradient of y?",
            (
                Choice(
                    "0.7",
                    "That says: make y smaller. But y is too small already, so more y means less loss.",
                ),
                Choice(
                    "0.3",
                    "That is y itself. What is true does not occur in it.",
                ),
                Choice("0.245", "That is the loss, and not how it moves."),
                Choice(
                    "-0.7",
                    "y minus t. It is negative: the loss falls when y grows.",
                    right=True,
                ),
            ),
        ),
    ),
    "surprise": (
        Question(
            "A weather forecast says 70 % sun, 20 % rain, 10 % snow. Its loss is minus the natural logarithm of what it gave to the weather that came. It rains. What is the loss, about?",
            (
                Choice(
                    "0.36",
                    "That looks at the sun, the forecast's own favourite. What came counts.",
                ),
                Choice(
                    "4.27",
                    "That adds up all three. The snow did not come, so nobody asks about it.",
                ),
                Choice(
                    "1.61",
                    "Minus the logarithm of 0.2. Only what came is looked at.",
                    right=True,
                ),
                Choice(
                    "-1.61",
                    "A logarithm of something below 1 is negative. The minus makes it a loss.",
                ),
                Choice(
                    "0.8",
                    "That is 1 - 0.2. It would hardly punish a forecast that said 0.",
                ),
            ),
        ),
    ),
    "log-slope": (
        Question(
            "`y = log(3 * x)`, with the natural logarithm. What is its slope at x = 2?",
            (
                Choice(
                    "About 1.79",
                    "That is the value, log 6. The question is how it moves.",
                ),
                Choice(
                    "About 0.17",
                    "That is 1 / 6 alone. What is inside moves three times as fast as x.",
                ),
                Choice(
                    "3",
                    "That is the slope of what is inside. The logarithm has a slope as well, and it is 1 / 6 here.",
                ),
                Choice(
                    "0.5",
                    "1 / 6 for the logarithm, times 3 for what is inside.",
                    right=True,
                ),
            ),
        ),
    ),
    "mean-then": (
        Question(
            "You want the mean of the squares of 1 and 5. Someone takes their mean first and squares that. What is wanted, and what comes out?",
            (
                Choice(
                    "13 is wanted, and 9 comes out.",
                    "Each number has its own square, and then comes the mean. For anything but a straight line, the order matters.",
                    right=True,
                ),
                Choice(
                    "13 both times",
                    "The mean of 1 and 5 is 3, and its square is 9.",
                ),
                Choice(
                    "9 is wanted, and 13 comes out.",
                    "It is the other way around: 1 and 25 have the mean 13.",
                ),
            ),
        ),
    ),
    "large-numbers": (
        Question(
            "A program needs `log(1 + exp(z))`, for z from -1000 to 1000. Which line gives good numbers everywhere?",
            (
                Choice(
                    "`np.log(1 + np.exp(z))`",
                    "At 1000 the exponential is too large for a float, and the result is infinite.",
                ),
                Choice(
                    "`z + np.log(1 + np.exp(-z))`",
                    "Now 1000 is fine. But at -1000 the other exponential is too large.",
                ),
                Choice(
                    "`np.log(1 + np.exp(np.minimum(z, 700)))`",
                    "The clip hides the overflow. At 1000 it says 700, and its slope is 0.",
                ),
                Choice(
                    "`np.maximum(z, 0) + np.log1p(np.exp(-abs(z)))`",
                    "The large part is taken out before the exponential and added again after it. No exponential is ever above 1.",
                    right=True,
                ),
            ),
        ),
    ),
}

"""The quiz of chapter 5: p - y, 1/N once, small numbers, a whole network."""

from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "The fused gradient"
MINUTES = 40
ABOUT = "Both together, and nearly everything cancels."

QUESTIONS = (
    Question(
        "One sample, probabilities [0.7, 0.2, 0.1], and class 1 is true (we count from 0). What is the gradient of the logits?",
        (
            Choice(
                "[0.7, -0.8, 0.1]",
                "What was said minus what is true. 0.2 - 1 is -0.8, the others keep their value, and the row adds up to 0.",
                right=True,
            ),
            Choice(
                "[-0.7, 0.8, -0.1]",
                "This is y - p. Subtracting it would push the truth down. The gradient points uphill, toward more loss.",
            ),
            Choice(
                "[0, -5, 0]",
                "This is -y/p, the gradient of the probabilities. Softmax still has to be passed.",
            ),
            Choice(
                "[0, -0.8, 0]",
                "Only the true class is here. But the logits of the wrong ones can be lowered, too, and that helps as well. The row must add up to 0.",
            ),
        ),
    ),
    Question(
        "Where does the 1/N of the mean enter the gradients of a network?",
        (
            Choice(
                "In every layer, because each one sees N samples.",
                "Then a network of three layers would divide by N · N · N. The layers add up what they get, and no more.",
            ),
            Choice(
                "In `dweights` and `dbiases`, because they sum over samples.",
                "Dividing there makes a mean of the sum, and it looks natural. But `dvalues` has been divided already, and twice is once too often.",
            ),
            Choice(
                "Once, in the loss. All others get it from upstream.",
                "The mean is taken in the loss, so the loss divides. The chain rule carries the factor on.",
                right=True,
            ),
            Choice(
                "Nowhere: the optimizer divides.",
                "A learning rate could absorb the factor, but then the gradient would not be the gradient of the loss, and a gradient check would say so.",
            ),
        ),
    ),
    which_line(
        "This should be the fused backward pass. It runs, and a first call gives the right gradient. Later the accuracy of the very same network is nonsense. Which line is wrong?",
        Choice(
            "n = len(p)",
            "It is right: one row for each sample.",
        ),
        Choice(
            "g = p",
            "It makes no copy: `g` is another name for the stored probabilities, and the next lines change them. It needs `p.copy()`.",
            right=True,
        ),
        Choice(
            "g[np.arange(n), y] -= 1",
            "It is right: 1 is subtracted at the true class of each row. What it is subtracted from is the question.",
        ),
        Choice(
            "g /= n",
            "It is right: the mean's 1/N, here and only here. It works in place, too, which is fine on a copy.",
        ),
    ),
    Question(
        "The logits are [1000, 0], and class 1 is true. What do a separate softmax and -log give, and what does the fused loss give?",
        (
            Choice(
                "Both give 1000.",
                "The true value is 1000. But exp(-1000) is 0 in floating point, so the probability is exactly 0 and its logarithm is lost.",
            ),
            Choice(
                "-log(0) fails or is mended by force; the fused loss gives 1000.",
                "The fused loss never makes the small probability: it takes log-sum-exp minus the true logit.",
                right=True,
            ),
            Choice(
                "Both overflow, because exp(1000) is infinite.",
                "exp(1000) is never computed if the maximum is subtracted first. Both do this.",
            ),
            Choice(
                "Both give about 16, the loss at a clip of 1e-7.",
                "A clipped version would say that, for every logit beyond 16. Nothing is clipped in the fused loss.",
            ),
        ),
    ),
    Question(
        "The network is sure and right: p is 0.999 for the true class. What does this sample do to the weights, compared with p = 0.1?",
        (
            Choice(
                "It pushes harder, since it is surer.",
                "The push is p - y, the distance to the truth. Being sure and right leaves almost none.",
            ),
            Choice(
                "It pushes the same: each sample counts 1/N.",
                "1/N is the same for all, that is true. It is multiplied by p - y, and this differs.",
            ),
            Choice(
                "It pushes in the other direction, so that it does not get too sure.",
                "p - y stays negative at the true class for every p below 1. Never does it turn around.",
            ),
            Choice(
                "Almost nothing: -0.001 in place of -0.9.",
                "The gradient is the error itself, so what is already right hardly moves anything.",
                right=True,
            ),
        ),
    ),
    which_line(
        "All gradients of a network of two layers, from the loss down. Which line is wrong?",
        Choice(
            "dz2 = (p - y) / n",
            "It is right: the fused gradient, divided by N once.",
        ),
        Choice(
            "dw2 = a1.T @ dz2",
            "It is right: the inputs of the second layer are the outputs of the first ReLU.",
        ),
        Choice(
            "da1 = dz2 @ w2.T",
            "It is right: (N, C) times (C, H) gives (N, H).",
        ),
        Choice(
            "dz1 = da1 * (x > 0)",
            "The mask belongs to what went into ReLU, and this was `z1`. With as many inputs as hidden neurons no shape complains.",
            right=True,
        ),
        Choice(
            "dw1 = x.T @ dz1",
            "It is right: the inputs of the first layer, transposed, times what arrives at it.",
        ),
    ),
)

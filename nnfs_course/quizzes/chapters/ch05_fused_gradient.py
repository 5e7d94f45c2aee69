"""The questions of chapter 5: p - y, 1/N once, small numbers, a network."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.ordering import Distractor, Ordering
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)

TITLE = "The fused gradient"
MINUTES = 80
ABOUT = "Both together, and nearly everything cancels."

OPENING = (
    Question(
        "The probabilities of a sample are (0.5, 0.3, 0.2). How fast does "
        "the first one move with the third logit?",
        (
            Choice(
                "0",
                "The third logit is part of the sum that all of them are "
                "divided by.",
            ),
            Choice(
                "-0.1",
                "Off the diagonal: minus the product of the two.",
                right=True,
            ),
            Choice(
                "0.16",
                "That is 0.2 times 0.8: how the third one answers to its own "
                "logit.",
            ),
        ),
        chapter=4,
    ),
    Question(
        "The gradient of the logits of one sample has come out of softmax's "
        "backward pass. What do its entries add up to?",
        (
            Choice(
                "What the upstream gradient adds up to.",
                "Softmax takes away what is common to all outputs.",
            ),
            Choice(
                "1, as the probabilities do.",
                "The probabilities add up to 1 before and after, so their "
                "changes cancel.",
            ),
            Choice(
                "0, always.",
                "All logits up by the same bit changes nothing.",
                right=True,
            ),
        ),
        chapter=4,
    ),
    Question(
        "Where does the 1/N of the mean enter the gradients?",
        (
            Choice(
                "In the loss, and only there.",
                "From there the chain rule carries it to all others.",
                right=True,
            ),
            Choice(
                "In each layer.",
                "Then it would enter once for each layer. Layers hand on "
                "what they get.",
            ),
            Choice(
                "In the step that changes the weights.",
                "The step multiplies with a rate, and the gradient has been "
                "divided before.",
            ),
        ),
        chapter=3,
    ),
)

PREDICTIONS = (
    PredictSign(
        name="the-true-logit",
        text="For sample 0, class 0 is the true one. What sign will the "
        "gradient of its logit have, `dlogits[0, 0]`?",
        answer=-1,
        why="A higher logit of the true class gives it more probability, and "
        "that makes the loss smaller.",
        means={
            0: "It would be 0 if nothing could be gained. The true class has "
            "0.7, and 1 would be better.",
            1: "A positive gradient says: raise it, and the loss rises. Here "
            "the loss falls.",
        },
    ),
    PredictEntries(
        name="zeros-in-dlogits",
        text="Which entries of `dlogits` will be 0?",
        matrix=(("?", "?", "?"),) * 3,
        answer=(),
        why="All classes of a sample share one sum, so each logit moves the "
        "probability of the true class.",
        means={
            ((0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 2)): "Those are the "
            "zeros of `dp`, the wrong classes. But each wrong logit takes "
            "probability away from the true class, so the loss feels it.",
            ((0, 0), (1, 1), (2, 1)): "Those are the true classes. They are "
            "not at 1 yet, so there is something to gain.",
            ((2, 1),): "The true class of sample 2 has 0.9. That is nearly "
            "right, so the gradient is small, but not 0.",
            ((2, 0), (2, 2)): "Sample 2 is nearly right, so its gradients are "
            "small. Only a probability of exactly 0 would give 0.",
        },
        other="Ask of each logit: if it rises a little, does the probability "
        "of the true class of that sample move?",
    ),
    PredictNumber(
        name="a-new-row",
        text="Hold each row against its probabilities; the true classes are "
        "0, 1, 1. Then take a new sample, alone in its batch: its "
        "probabilities are 0.25, 0.6, 0.15, and class 0 is the true one. "
        "What is the gradient of logit 0?",
        answer=-0.75,
        places=2,
        why="The probability minus 1, in the true column.",
        means={
            0.25: "So it would be in a column that is not the true class. "
            "Look at the true ones: something was taken away there.",
            0.75: "The size is right. But a higher true logit makes the loss "
            "smaller.",
            -4: "That is -1/p, the gradient of the probability. This one has "
            "gone through softmax as well.",
            -0.25: "In the first row, 0.7 became -0.3. So it is not only the "
            "sign that changes.",
            0: "It would be 0 if the network had said 1.",
        },
        other="In the first row of the pattern, 0.7 has become -0.3. In the "
        "second, 0.5 has become -0.5.",
    ),
    PredictNumber(
        name="another-true-class",
        text="In the figure you will choose class 1 as the true one; the "
        "logits stay. What will `dz[1]` be, to one decimal?",
        answer=-0.9,
        places=1,
        why="The network said 0.1 where 1 is right now.",
        means={
            0.1: "So it was while class 0 was true. The target of class 1 "
            "is 1 now.",
            -0.3: "That was the gradient of class 0, while it was the true "
            "one. Class 1 starts from 0.1.",
            0.9: "The size is right. The true logit is pushed up, so its "
            "gradient is negative.",
            -10: "That is -1/p, before softmax.",
            -0.1: "The sign alone does not make it: what is taken away is 1.",
        },
        other="What the network said, minus what it should have said.",
    ),
    PredictChoice(
        name="sure-and-wrong",
        text="The probability of the true class is so small that it becomes "
        "0. The long way goes through the loss, and then through softmax. "
        "What gradient will it give for the two logits?",
        choices=(
            Choice(
                "1 and -1: the full error",
                "So it should be. But the long way multiplies with a "
                "probability that is exactly 0.",
            ),
            Choice(
                "two huge numbers",
                "The gradient of the probability is huge, that is true. Then "
                "softmax multiplies it with the probability.",
            ),
            Choice(
                "no change at all: 0 and 0",
                "Softmax multiplies with probabilities, and its Jacobian at "
                "(1, 0) holds nothing but zeros.",
                right=True,
            ),
            Choice(
                "nan and nan",
                "With a slope of infinity it would be: 0 times infinity. Our "
                "loss keeps the slope finite at p = 0.",
            ),
        ),
    ),
    PredictNumber(
        name="the-true-loss",
        text="The logits are 1000 and -1000, and the second is the true one. "
        "What is log-sum-exp, minus the true logit?",
        answer=2000,
        tolerance=1,
        why="Beside e to the 1000, the other exponential is nothing. So the "
        "log-sum-exp is 1000, and minus -1000 makes 2000.",
        means={
            0: "That is the sum of the two logits. The true one is "
            "subtracted, and it is below zero.",
            1000: "That is the log-sum-exp alone. The true logit is still to "
            "be subtracted.",
            -2000: "A loss is never negative: log-sum-exp is at least as "
            "large as each logit.",
            709: "So much the long way says, after its repair. Here nothing "
            "needs repair.",
        },
        other="The logarithm undoes the exponential of the largest logit; "
        "the other one is too small to count.",
    ),
)

ORDERINGS = (
    Ordering(
        name="last-layer",
        text="The last layer of a classifier, and the mean cross-entropy of "
        "N samples: forward, and back to `inputs`. `targets` are class "
        "indices, and `p` must stay as it is. Two of the lines do not belong.",
        lines=(
            "logits = inputs @ weights + biases",
            "p = softmax(logits)",
            "dlogits = {start}",
            "dlogits[np.arange(N), targets] {change} 1",
            "dlogits = dlogits / N",
            "dweights = inputs.T @ dlogits",
            "dinputs = dlogits @ weights.T",
        ),
        gaps={
            "start": (
                Choice(
                    "p",
                    "That is the same array under another name: the next "
                    "lines would change `p` as well.",
                ),
                Choice(
                    "-1 / p",
                    "That is the gradient of the probabilities. The short way "
                    "never divides by one.",
                ),
                Choice("p.copy()", "A copy can be changed.", right=True),
            ),
            "change": (
                Choice("-=", "What was said minus what is true.", right=True),
                Choice(
                    "+=",
                    "Then the true logit is pushed down, like all others.",
                ),
                Choice(
                    "=",
                    "That forgets what the network said for the true class.",
                ),
            ),
        },
        distractors=(
            Distractor(
                "dlogits = softmax_backward(p, dlogits)",
                "Through softmax twice",
                "The short way has gone through softmax already. That is why "
                "it is short.",
            ),
            Distractor(
                "dweights = inputs.T @ dlogits / N",
                "1/N twice",
                "`dlogits` has been divided by N. Layers only add up what "
                "they get.",
            ),
        ),
        notice="Notice that the loss itself was not needed. The gradient "
        "starts from the error, and the loss is only for looking at.",
    ),
)

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
        "This should be the fused backward pass. It runs, and a first call gives the right gradient. Later most answers of the very same network count as wrong. Which line is wrong?",
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
                "-log 0, which is infinite; the fused loss gives 1000.",
                "The fused loss never makes the small probability: it takes log-sum-exp minus the true logit.",
                right=True,
            ),
            Choice(
                "Both overflow: exp(1000) is infinite, whatever comes after it.",
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

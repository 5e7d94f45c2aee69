"""The quiz of chapter 1: slopes, paths, a closed ReLU, a step."""

from nnfs_course.quizzes.prediction import PredictNumber
from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "One neuron"
ABOUT = (
    "What a derivative is, the chain rule, seven gradients by hand and by "
    "machine, one step downhill."
)

PREDICTIONS = (
    PredictNumber(
        name="nudge-w2",
        text="`w0` moved up by 0.01, and so did `y`. Now `w2`, which is 2, "
        "moves up by 0.01. It is multiplied by `x2`, which is 3. How far does "
        "`y` move?",
        answer=0.03,
        places=2,
        why="Each bit of `w2` counts as often as its input says: 3 · 0.01.",
        means={
            0.01: "Then `w2` would count once, as `w0` does. But `w0` meets "
            "the input 1, and `w2` meets another one.",
            0.02: "That is 0.01 times `w2` itself. How large `w2` is does not "
            "matter: what it is multiplied with does.",
            3: "That would be for a nudge of 1. Ours is a hundred times "
            "smaller.",
            6.03: "That is where `y` stands after the nudge. We ask how far "
            "it moved.",
            0.06: "That is 0.01 times the whole product. Only the new bit of "
            "`w2` is added, and it meets `x2` alone.",
        },
        other="Compute the product `w2 * x2` before and after the nudge. The "
        "other parts of the sum do not move.",
    ),
)

QUESTIONS = (
    Question(
        "The gradient of `y` with respect to `w0` is -3. You raise `w0` by 0.01. What does `y` do?",
        (
            Choice(
                "It falls by 3.",
                "The gradient is a ratio and not a distance. It would fall by 3 for a nudge of 1, if the line went straight on that far.",
            ),
            Choice(
                "It rises by about 0.03.",
                "The size is right. A negative gradient says that `y` goes the other way.",
            ),
            Choice(
                "It falls by about 0.03.",
                "The nudge times the ratio, 0.01 · (-3). About, since the ratio is only true nearby.",
                right=True,
            ),
            Choice(
                "It falls to -3.",
                "That would be a value of `y`. The gradient says nothing about where `y` is, only how it moves.",
            ),
        ),
    ),
    Question(
        "A product is p = x · w, with x = 5 and w = -2. What arrives is the upstream gradient 10. What is the gradient of `w`?",
        (
            Choice(
                "50",
                "A product swaps its factors. The local derivative with respect to `w` is x = 5, times 10.",
                right=True,
            ),
            Choice(
                "-20",
                "That is the gradient of `x`. It is tempting to multiply with the number the gradient belongs to, but a change of `w` is scaled by the other factor.",
            ),
            Choice(
                "5",
                "This is the local derivative alone. What happens after the product is missing: the upstream gradient.",
            ),
            Choice(
                "10",
                "A sum would hand the gradient on like this. A product multiplies it with the other factor.",
            ),
        ),
    ),
    Question(
        "A number `x` is used twice: y = x · x + 3 · x. What is the gradient of `x` at x = 2?",
        (
            Choice(
                "5",
                "It counts the product once: 2 + 3. But `x` enters the product as its left and as its right factor.",
            ),
            Choice(
                "7",
                "2 from the left factor, 2 from the right one, 3 from the other term. Where paths part, gradients add.",
                right=True,
            ),
            Choice(
                "3",
                "The last path to report has overwritten the others. This is `=` in place of `+=`, the classic bug of this rule.",
            ),
            Choice(
                "12",
                "Paths that part and meet again add. Derivatives multiply along one path, and not between paths.",
            ),
        ),
    ),
    Question(
        "A neuron's sum is z = -0.5, and ReLU follows. The weights should be trained. What is the gradient of each weight?",
        (
            Choice(
                "-0.5 times its input",
                "This uses the value of `z` as if it were the derivative. ReLU's derivative is 0 or 1, and nothing in between.",
            ),
            Choice(
                "its input, with the sign turned",
                "A negative `z` turns no sign: ReLU does not mirror what is below 0, it cuts it off.",
            ),
            Choice(
                "its input, as if there were no ReLU",
                "So it is for z above 0. Below, a small nudge of a weight changes `z`, but the output stays 0.",
            ),
            Choice(
                "0",
                "The output stays 0 for every small nudge. For this sample the neuron learns nothing.",
                right=True,
            ),
        ),
    ),
    which_line(
        "This should be one step downhill for w in y = relu(x * w + b). The upstream gradient is 1. Which line is wrong?",
        Choice(
            "z = x * w + b",
            "It is right, and `z` is kept: ReLU's derivative needs it.",
        ),
        Choice(
            "dz = 1.0 if z > 0 else 0.0",
            "It is right: open above 0, closed elsewhere, times the upstream gradient 1.",
        ),
        Choice(
            "dw = dz * w",
            "The product swaps its factors: the derivative with respect to `w` is `x`. With x equal to w nobody would notice.",
            right=True,
        ),
        Choice(
            "w = w - 0.001 * dw",
            "It is right: against the gradient, so minus, and only a little.",
        ),
    ),
    Question(
        "You step against the gradient, and the output rises. The gradient is right. How can that be?",
        (
            Choice(
                "It cannot be. Against the gradient is always down.",
                "It is down at the start of the step. Nothing promises that it still is at the end.",
            ),
            Choice(
                "The step was too long: the gradient is only true nearby.",
                "The step went through the valley and up on the other side. A shorter one goes down.",
                right=True,
            ),
            Choice(
                "The gradient of the output must be subtracted, not those of the weights.",
                "The output is not ours to set. It follows from the weights, and these are what we move.",
            ),
            Choice(
                "One of the weights has a negative gradient.",
                "Then this weight is raised, and the output falls all the same. Signs take care of themselves.",
            ),
        ),
    ),
)

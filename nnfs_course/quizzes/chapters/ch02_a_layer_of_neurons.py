"""The quiz of chapter 2: shapes, sums over samples, masks, and ones."""

from nnfs_course.quizzes.ordering import Distractor, Ordering
from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "A layer of neurons"
MINUTES = 60
ABOUT = (
    "Several neurons and a batch of samples: why transposes, why sums "
    "over samples."
)

OPENING = (
    Question(
        "A product `p = x * w` has x = 4 and w = -1. Its upstream gradient is "
        "2. What arrives at `x`?",
        (
            Choice(
                "8",
                "That is what arrives at `w`. Each factor gets the other one.",
            ),
            Choice(
                "-2",
                "Upstream times the other factor: 2 · (-1).",
                right=True,
            ),
            Choice(
                "-1",
                "That is the local derivative. The upstream gradient of 2 is "
                "still to be multiplied.",
            ),
        ),
        chapter=1,
    ),
    Question(
        "A number is used in three places. Three gradients come back to it. "
        "What is its own?",
        (
            Choice(
                "Their sum.",
                "If it moves, it moves the output along all three paths at "
                "the same time.",
                right=True,
            ),
            Choice(
                "Their product.",
                "Local derivatives multiply along one path. These are three "
                "paths, side by side.",
            ),
            Choice(
                "The last to arrive.",
                "That is what `=` in place of `+=` would give, and the other "
                "two paths would be lost.",
            ),
        ),
        chapter=1,
    ),
    Question(
        "The input of a ReLU is -3, and the gradient 5 arrives at its output. "
        "What does the ReLU hand on?",
        (
            Choice(
                "5",
                "It would, if the gate were open. At -3 the output is 0, and "
                "stays 0 when the input moves a little.",
            ),
            Choice(
                "-15",
                "A product would do that. The value of the input decides "
                "only whether the gate is open.",
            ),
            Choice(
                "0",
                "The gate is closed: a nudge of the input changes nothing.",
                right=True,
            ),
        ),
        chapter=1,
    ),
)

ORDERINGS = (
    Ordering(
        name="dense-relu-step",
        text="A dense layer, then a ReLU: `z = inputs @ weights + biases`, "
        "`outputs = relu(z)`. The gradient `dvalues` of these outputs "
        "arrives. Build the backward pass and one step downhill. Two of the "
        "lines do not belong.",
        lines=(
            "dz = dvalues * {mask}",
            "dweights = {left} @ dz",
            "dbiases = dz.sum(axis={axis}, keepdims=True)",
            "dinputs = dz @ weights.T",
            "weights = weights - rate * dweights",
            "biases = biases - rate * dbiases",
        ),
        gaps={
            "mask": (
                Choice(
                    "(dvalues > 0)",
                    "Whether a gate was open was decided on the way forward, "
                    "by `z`. The sign of a gradient has no say in it.",
                ),
                Choice("(z > 0)", "Open gates let through.", right=True),
                Choice(
                    "z",
                    "An open gate hands the gradient on as it is. It does not "
                    "matter how large `z` is.",
                ),
            ),
            "left": (
                Choice(
                    "inputs",
                    "Look at the shapes: `inputs` is (samples, inputs), and "
                    "`dweights` must be (inputs, neurons).",
                ),
                Choice("inputs.T", "The sum runs over samples.", right=True),
                Choice(
                    "weights.T",
                    "How fast the output moves with a weight is told by what "
                    "the weight is multiplied with.",
                ),
            ),
            "axis": (
                Choice("0", "Over the samples.", right=True),
                Choice(
                    "1",
                    "That adds over the neurons. A bias belongs to one neuron "
                    "and is used once for each sample.",
                ),
            ),
        },
        distractors=(
            Distractor(
                "dinputs = dvalues @ weights.T",
                "The gate is forgotten",
                "`dvalues` arrives behind the ReLU. Closed gates have not "
                "stopped anything yet.",
            ),
            Distractor(
                "dbiases = dz.mean(axis=0, keepdims=True)",
                "A mean for a sum",
                "Every sample uses the bias, and at a fork gradients add. If "
                "the loss is a mean, it has divided by N already.",
            ),
        ),
        notice="Notice that `dinputs` must come before the step: the way back "
        "needs the weights that the way forward used.",
    ),
)

QUESTIONS = (
    Question(
        "A layer has 4 inputs and 3 neurons, and 10 samples go through it. Which shapes have `weights`, `dvalues` and `dinputs` in this course?",
        (
            Choice(
                "(3, 4), (10, 3), (10, 4)",
                "One row for each neuron is how many books write weights, and then forward needs a transpose. Here it is one column for each neuron.",
            ),
            Choice(
                "(4, 3), (10, 4), (10, 3)",
                "The last two have changed places. `dvalues` arrives at the outputs, so it has their shape; `dinputs` has the shape of the inputs.",
            ),
            Choice(
                "(4, 3), (4, 3), (10, 4)",
                "(4, 3) is the shape of `dweights`. What comes from upstream has one row for each sample.",
            ),
            Choice(
                "(4, 3), (10, 3), (10, 4)",
                "A gradient has the shape of what it belongs to, and `dvalues` belongs to the outputs.",
                right=True,
            ),
        ),
    ),
    Question(
        "Why is the gradient of a bias a sum over the samples?",
        (
            Choice(
                "Because the shapes would not fit otherwise.",
                "True, but a mean would fit just as well. The shape does not say why it is a sum.",
            ),
            Choice(
                "Because the same bias is added to every sample: one number, many paths.",
                "It is the rule of chapter 1: where a number is used more than once, its gradients add.",
                right=True,
            ),
            Choice(
                "Because the loss is a mean over the samples.",
                "This is where a factor 1/N comes from. It is already in `dvalues` when the layer gets it.",
            ),
            Choice(
                "Because a bias has a local derivative of 1.",
                "It has, and this is why nothing is multiplied. It does not say why the samples are added up.",
            ),
        ),
    ),
    which_line(
        "The backward pass of a dense layer with 3 inputs and 3 neurons, for 3 samples. No error, all shapes fit. Which line is wrong?",
        Choice(
            "dinputs = dvalues @ weights",
            "Without `.T` it sums over the wrong index. The layer is square, so no shape complains. With 3 inputs and 4 neurons it would be an error.",
            right=True,
        ),
        Choice(
            "dweights = inputs.T @ dvalues",
            "It is right: for each pair of input and neuron, a sum over the samples.",
        ),
        Choice(
            "dbiases = dvalues.sum(axis=0, keepdims=True)",
            "It is right: down the samples, one number for each neuron.",
        ),
    ),
    Question(
        "What does this print?",
        (
            Choice(
                "[[0. 6. 7.]]",
                "The middle `z` is exactly 0, and 0 is not above 0. Here the gate is closed, as in most libraries.",
            ),
            Choice(
                "[[5. 6. 7.]]",
                "That would be a layer without ReLU. Two of the three places are closed.",
            ),
            Choice(
                "[[0. 0. 7.]]",
                "Only the last `z` is above 0. There the gradient passes unchanged, and elsewhere not at all.",
                right=True,
            ),
            Choice(
                "[[0. 0. 2.]]",
                "This is ReLU's forward pass. Backward lets the gradient through, not the value.",
            ),
        ),
        code=(
            "z = np.array([[-1.0, 0.0, 2.0]])\ndvalues = np.array([[5.0, 6.0, 7.0]])\nprint(dvalues * (z > 0))"
        ),
    ),
    Question(
        "You test a backward pass with `dvalues` of nothing but ones, and the gradient check passes. What do you know?",
        (
            Choice(
                "The backward pass is right.",
                "It is right for this one upstream gradient. A version that mixes up samples or neurons gives the same sums as long as all of them weigh the same.",
            ),
            Choice(
                "Less than it seems: mixed-up rows or columns of ones look like ones.",
                "Take random upstream gradients. Then every entry must arrive at its own place.",
                right=True,
            ),
            Choice(
                "Nothing: a gradient check needs a loss.",
                "It needs one number in the end, and the sum of all outputs is one. Ones are exactly its upstream gradient.",
            ),
            Choice(
                "That the weights were not ones.",
                "The check would have passed with weights of ones, too. It compares slopes, whatever the weights are.",
            ),
        ),
    ),
    which_line(
        "A layer followed by ReLU, forward and backward. Sometimes the gradients are too large. Which line is wrong?",
        Choice(
            "z = inputs @ weights + biases",
            "It is right. The biases of shape (1, neurons) are added to each row.",
        ),
        Choice(
            "outputs = np.maximum(0, z)",
            "It is right, and it leaves `z` as it is.",
        ),
        Choice(
            "dz = dvalues * (z > 0)",
            "It is right: the mask is made from what went into ReLU.",
        ),
        Choice(
            "dweights = inputs.T @ dvalues",
            "It goes around ReLU: `dz` is what arrives at the layer. When all gates are open both are the same, hence sometimes.",
            right=True,
        ),
    ),
)

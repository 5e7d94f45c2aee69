"""The quiz of chapter 2: shapes, sums over samples, masks, and ones."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.ordering import Distractor, Ordering
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
)

TITLE = "A layer of neurons"
MINUTES = 115
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

PREDICTIONS = (
    PredictNumber(
        name="array-index",
        text="`table` has the rows `[1, 2, 3]` and `[4, 5, 6]`. What is "
        "`table[1, 0]`?",
        given="4 is one of the six entries that the question shows.",
        answer=4,
        why="Row 1 is the second row, column 0 the first column.",
        means={
            1: "That is `table[0, 0]`. Counting begins at 0, so row 1 is the "
            "second one.",
            2: "That is `table[0, 1]`: row 0, column 1. The row is said first.",
            5: "That is `table[1, 1]`. Column 0 is the first column.",
        },
        other="First pick the row, counting from 0. Then walk along it to the "
        "column, again counting from 0.",
    ),
    PredictNumber(
        name="row-meets-column",
        text="A row `[1, -2, 3]` meets a column with the numbers 1, -1, 2. "
        "Which number do they make?",
        answer=9,
        why="Pair by pair: 1 · 1 + (-2) · (-1) + 3 · 2.",
        means={
            5: "The middle pair has two minus signs. Its product is positive.",
            4: "You added first and multiplied then. It is the other way "
            "round: multiply each pair, then add.",
            6: "That is the last pair alone. All three products are added.",
            12: "That is the product of all six numbers. Each pair makes a "
            "product, and the three products are added.",
        },
        other="Multiply first with first, second with second, third with "
        "third. Then add the three products.",
    ),
    PredictChoice(
        name="shortcut",
        text="The three upstream gradients become 1, 2 and 3. What happens to "
        "the numbers of the shortcut?",
        choices=(
            Choice(
                "They change as the numbers of the long way do.",
                "They would, if the shortcut looked at all three upstream "
                "gradients. It looks at one.",
            ),
            Choice(
                "They become six times as large.",
                "6 is the sum of the new upstream gradients. The shortcut "
                "does not add them up.",
            ),
            Choice(
                "They do not change at all.",
                "The shortcut uses the first upstream gradient only, and that "
                "is still 1.",
                right=True,
            ),
            Choice(
                "They double.",
                "2 is the mean of the new upstream gradients. The shortcut "
                "takes the first, not the mean.",
            ),
        ),
    ),
    PredictChoice(
        name="product-for-dinputs",
        text="`dvalues` is (N, 3), `weights` is (4, 3). Which product fits, "
        "and has the shape of `inputs`, (N, 4)?",
        choices=(
            Choice(
                "`weights @ dvalues.T`",
                "It fits: (4, 3) @ (3, N). But what comes out is (4, N), on "
                "its side: a sample for each column.",
            ),
            Choice(
                "`dvalues @ weights`",
                "Rows of 3 meet columns of 4. There is nothing to pair the "
                "fourth number with.",
            ),
            Choice(
                "`dvalues @ weights.T`",
                "(N, 3) @ (3, 4) is (N, 4): the two threes meet.",
                right=True,
            ),
            Choice(
                "`dvalues.T @ weights`",
                "(3, N) @ (4, 3) fits for four samples only, and what comes "
                "out is (3, 3).",
            ),
        ),
    ),
    PredictEntries(
        name="one-sample-moves",
        text="In `dvalues`, only the first entry of sample 1 changes: "
        "`dvalues[1, 0]`. Which entries of `dinputs` change?",
        matrix=tuple(tuple(f"{n},{i}" for i in range(4)) for n in range(3)),
        answer=[(1, 0), (1, 1), (1, 2), (1, 3)],
        why="Neuron 0 hands it to all four inputs of its own sample, and to "
        "no other sample.",
        means={
            ((1, 0),): "Neuron 0 has four weights, one for each input. It "
            "hands back to all four.",
            ((0, 0), (1, 0), (2, 0)): "A column goes through all samples. But "
            "samples do not meet on their way through a layer.",
            tuple((n, i) for n in range(3) for i in range(4)): "The other "
            "samples never met this number. Their rows stay.",
        },
        other="Neuron 0 saw sample 1, with all four inputs. To which of them "
        "does it hand something back?",
    ),
    PredictNumber(
        name="one-weight",
        text="The weight from input 0 to neuron 1. Input 0 was 1, 2 and -1.5 "
        "in the three samples. The upstream gradients of neuron 1 are -2, -1 "
        "and 1.5. What is the gradient of the weight?",
        answer=-6.25,
        places=2,
        why="A branch for each sample: 1 · (-2) + 2 · (-1) + (-1.5) · 1.5.",
        means={
            -1.5: "That is the sum of the upstream gradients. Each is still "
            "to be multiplied by the input of its sample.",
            -2: "That is what sample 0 brings. The same weight was used by "
            "samples 1 and 2, too.",
            -2.08: "That is the mean of the three products. At a fork "
            "gradients add, and nothing is divided.",
            -1.75: "The last product is negative: (-1.5) · 1.5.",
        },
        other="For each sample, input times upstream gradient. Then add the "
        "three products.",
    ),
    PredictChoice(
        name="over-what",
        text="`dvalues` is (N, 3): a row for each sample, a column for each "
        "neuron. How do the gradients of the three biases come out of it?",
        choices=(
            Choice(
                "Add along each row.",
                "That gives a number for each sample. A bias belongs to a "
                "neuron.",
            ),
            Choice(
                "Add down each column.",
                "A column holds what all samples send to one neuron. They all "
                "used its bias.",
                right=True,
            ),
            Choice(
                "Add up all the numbers.",
                "That is one number for three biases. Each neuron has its own.",
            ),
            Choice(
                "Take the row of the last sample.",
                "The bias was added to every sample. The others have their "
                "say, too.",
            ),
        ),
    ),
    PredictEntries(
        name="closed-gates",
        text="These are the inputs of the ReLU. In which places will `dz`, "
        "their gradient, be 0?",
        matrix=(
            ("4.8", "1.21", "2.385"),
            ("8.9", "-1.81", "0.2"),
            ("1.41", "1.051", "0.026"),
        ),
        answer=[(1, 1)],
        why="Only there the number is not above 0, so only there the gate is "
        "closed.",
        means={
            ((1, 1), (1, 2), (2, 2)): "0.2 and 0.026 are small, but above 0. "
            "A gate is open or closed, never half open.",
            ((1, 0), (1, 1), (1, 2)): "A gate belongs to one entry. The other "
            "two of sample 1 are open.",
            (): "One of the numbers is negative. ReLU made it 0, and a nudge "
            "of it changes nothing.",
            ((0, 1), (1, 1), (2, 0), (2, 2)): "In these places `dvalues` is "
            "negative. It is the sign of `z` that closes a gate.",
        },
        other="Look for numbers that are not above 0.",
    ),
    PredictChoice(
        name="whose-slope",
        text="The gradient that arrives at each output `a` is `a` itself. "
        "Which function of `a` has the slope `a`?",
        choices=(
            Choice(
                "`a` itself",
                "Nudge it: it moves as far as it is nudged. Its slope is 1 "
                "everywhere.",
            ),
            Choice(
                "`a * a`",
                "Here `a` comes in twice, once as each factor. Both paths "
                "bring `a`: the slope is twice as large.",
            ),
            Choice(
                "`a * a / 2`",
                "The product brings `a` twice, and the half takes one of them "
                "away.",
                right=True,
            ),
            Choice(
                "`2 * a`",
                "A nudge of `a` moves it twice as far, wherever `a` is. Its "
                "slope is 2.",
            ),
        ),
    ),
    PredictEntries(
        name="one-input-moves",
        text="`X[1,0]` moves a little, so little that no gate turns. Which "
        "entries of `dW` change?",
        matrix=tuple(tuple(f"dW[{i},{k}]" for k in range(3)) for i in range(4)),
        answer=[(0, 0), (0, 2)],
        why="Input 0 meets the weights of row 0. And sample 1 has a closed "
        "gate at neuron 1: nothing comes back there.",
        means={
            ((0, 0), (0, 1), (0, 2)): "Nearly. Input 0 meets the whole row 0. "
            "But one of the gates of sample 1 is closed, and 0 times an input "
            "is 0 for any input.",
            ((1, 0),): "In `W` the row says which input, not which sample. "
            "`X[1,0]` is sample 1, input 0.",
            ((0, 0), (1, 0), (2, 0), (3, 0)): "That is all of neuron 0. But "
            "`X[1,0]` is one input, and it goes to all neurons.",
            (): "The gradient of a weight has the input as a factor. So it "
            "moves with the input.",
        },
        other="Which weights did input 0 meet? And where did sample 1 have a "
        "closed gate?",
    ),
    PredictNumber(
        name="how-many-disagree",
        text="A layer with 4 inputs and 3 neurons gets 3 samples. Its "
        "`dbiases` is a mean where it should be a sum. All in all there are "
        "12 gradients of inputs, 12 of weights and 3 of biases. How many of "
        "the 27 will be found wrong?",
        given="3 is the number of neurons, which the question speaks of.",
        answer=3,
        why="Each bias has a third of its gradient. Nothing else uses "
        "`dbiases`, so nothing else is wrong.",
        means={
            0: "The shape is right, but the numbers are a third of what they "
            "should be, and numbers are compared.",
            27: "The other gradients do not use `dbiases`. They are as right "
            "as before.",
            1: "Each of the neurons has a bias of its own.",
            15: "The weights have formulas of their own. They do not use "
            "`dbiases`.",
        },
        other="Which gradients are computed with `dbiases`?",
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
                "Because every sample used the same bias.",
                "It is the rule of chapter 1: one number, many paths. Where a number is used more than once, its gradients add.",
                right=True,
            ),
            Choice(
                "Because the loss is a mean over the samples.",
                "This is where a factor 1/N comes from. It is already in `dvalues` when the layer gets it.",
            ),
            Choice(
                "Because its local derivative is 1.",
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
                "Little: mixed-up ones look like ones.",
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

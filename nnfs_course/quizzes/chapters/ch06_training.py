"""The quiz of chapter 6: the first loss, steps, momentum, Adam, curves."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.ordering import Distractor, Ordering
from nnfs_course.quizzes.prediction import PredictChoice, PredictNumber

TITLE = "Training"
MINUTES = 110
ABOUT = (
    "A network, one step, a thousand steps: momentum, Adam, and a spiral "
    "learned."
)

OPENING = (
    Question(
        "Softmax gives 0.2, 0.3 and 0.5, and the right class is the first. "
        "What is the gradient of the three logits, for this one sample?",
        (
            Choice(
                "-0.8, 0.3, 0.5",
                "Probabilities minus the one-hot row 1, 0, 0.",
                right=True,
            ),
            Choice(
                "0.8, -0.3, -0.5",
                "The other way around. A higher logit of the right class "
                "lowers the loss, so its gradient is negative.",
            ),
            Choice(
                "-5, 0, 0",
                "That is the gradient of the three probabilities. Softmax is "
                "still to be passed.",
            ),
        ),
        chapter=5,
    ),
    Question(
        "300 points with two coordinates each go into a layer of 64 neurons. "
        "Which shape has `dweights`?",
        (
            Choice(
                "(300, 64)",
                "That is the shape of the outputs, and of what arrives from "
                "upstream.",
            ),
            Choice(
                "(2, 64)",
                "A gradient has the shape of its array. The sum over the "
                "points is already made.",
                right=True,
            ),
            Choice(
                "(64, 2)",
                "A row for each neuron is how other books have it. Here a "
                "neuron is a column.",
            ),
        ),
        chapter=2,
    ),
    Question(
        "The gradient of `y` with respect to a weight is -2. One step "
        "downhill, with rate 0.1. What happens to the weight?",
        (
            Choice(
                "It falls by 0.2.",
                "That is a step uphill: where the gradient is negative, a "
                "smaller weight makes `y` larger.",
            ),
            Choice(
                "It becomes -0.2.",
                "A step is a movement. Where it ends depends on where the "
                "weight was.",
            ),
            Choice(
                "It rises by 0.2.",
                "Against the gradient: minus 0.1 times -2.",
                right=True,
            ),
        ),
        chapter=1,
    ),
)

PREDICTIONS = (
    PredictNumber(
        name="must-be-wrong",
        text="Three points of three classes lie on the same spot. How many of "
        "the 300 points must every network get wrong, however well it is "
        "trained?",
        answer=2,
        given="2 is how many coordinates a point has.",
        why="It can be right for one of the three, and never for the others.",
        means={
            0: "Then it would give three answers for the same input. But a "
            "network is a function: one input, one answer.",
            1: "If one of three points is right, how many are left?",
            3: "Whatever it answers there, one of the three classes is right.",
            100: "That would be a whole arm. Only the first points of the "
            "arms share a place.",
        },
        other="Look at the origin alone. Which answer can the network give "
        "there, and for which of the three points is it right?",
    ),
    PredictNumber(
        name="first-loss",
        text="Nothing is learned yet: the three classes seem equally likely, "
        "for every point. What is the loss? It is the mean of minus the "
        "natural logarithm of the right class's probability. Use a "
        "calculator, or a cell of this page.",
        answer=1.10,
        places=2,
        why="Each class has the probability one third, and minus the "
        "logarithm of a third is the logarithm of 3.",
        means={
            0: "Then every point would be right, with probability 1.",
            0.33: "That is the probability of the right class. The loss is "
            "minus its logarithm.",
            0.48: "That is the logarithm to base ten. This course uses the "
            "natural one, with base e.",
            -1.10: "The size is right. But logarithms of probabilities are "
            "negative, and the minus turns them around.",
            0.69: "That would be for two classes: each has one half then.",
        },
        other="Start with the probability of the right class. With three "
        "classes and no idea, what is it?",
    ),
    PredictChoice(
        name="first-step",
        text="The loss is 1.0986, and the weights are about 0.01. One step "
        "with rate 0.1 along all gradients. What does the loss do?",
        choices=(
            Choice(
                "It falls by about a tenth.",
                "That is the rate. It is still multiplied by the squares of "
                "the gradients.",
            ),
            Choice(
                "It falls by about a hundredth.",
                "With weights of that size, gradients are as small. Their "
                "squares are smaller by far.",
            ),
            Choice(
                "It falls by some millionths.",
                "On its way back, each gradient is multiplied by small "
                "weights or small outputs. And then it is squared.",
                right=True,
            ),
            Choice(
                "It rises a little.",
                "A small step against the gradient goes down. It would rise "
                "only if the step were far too long.",
            ),
        ),
    ),
    PredictNumber(
        name="velocity",
        text="The rate is 1, the momentum 0.9, and the gradient is 1 in every "
        "step. After the first step, the velocity is -1. What is it after the "
        "second?",
        answer=-1.9,
        places=1,
        why="0.9 of the old velocity is left, and the gradient pushes with "
        "another -1.",
        means={
            -1.0: "So it is without a memory. With momentum, a share of the "
            "old velocity is still there.",
            -0.9: "That is what is left of the old velocity. The new gradient "
            "pushes, too.",
            -2.0: "Then nothing of the old velocity would be lost: that is "
            "momentum 1, a ball without friction.",
            -0.1: "The push goes the same way as the velocity. Both are "
            "negative, and so they add.",
            1.9: "The size is right. A positive gradient means: downhill is "
            "towards smaller numbers.",
        },
        other="Take the formula: a share of the old velocity, minus rate times "
        "gradient.",
    ),
    PredictChoice(
        name="without-hats",
        text="At the first step, `m` is a tenth of the gradient, and `v` is a "
        "thousandth of its square. Without the correction, how long is the "
        "step, `m` divided by the root of `v`?",
        choices=(
            Choice(
                "Shorter than one rate: both means are too small.",
                "They are. But one of them is divided by the other, and then "
                "it matters which of them is smaller than it should be.",
            ),
            Choice(
                "One rate long: what is missing cancels.",
                "It would, if both had reached the same share of what they "
                "should be. A tenth and the root of a thousandth differ.",
            ),
            Choice(
                "About three rates long.",
                "The root of a thousandth is about 0.03, and a tenth is three "
                "times as much.",
                right=True,
            ),
            Choice(
                "A hundred rates long: a tenth by a thousandth.",
                "The root is missing: `v` is a mean of squares.",
            ),
        ),
    ),
    PredictChoice(
        name="rate-ten",
        text="And what does the curve of the loss look like with rate 10?",
        choices=(
            Choice(
                "It falls ten times as fast as with rate 1.",
                "It would, if the gradient were true so far away. It is true "
                "nearby only.",
            ),
            Choice(
                "It jumps above its start and does not come back.",
                "The steps overshoot, and soon no hidden neuron fires any "
                "more. Nothing can wake them.",
                right=True,
            ),
            Choice(
                "It is a flat line at the height where all begin, because "
                "steps to and fro cancel.",
                "To and fro is right. But each step lands higher up the wall "
                "than the one before, so they do not cancel.",
            ),
            Choice(
                "It stops at once: some number is not finite.",
                "For that, ten is by far too little. We come to it.",
            ),
        ),
    ),
    PredictChoice(
        name="no-memory",
        text="And what does rate 10 do, without momentum?",
        choices=(
            Choice(
                "The same as rate 1 with momentum.",
                "Where the ground falls steadily, both steps are equally "
                "long. Where it is steep and narrow, they are not.",
            ),
            Choice(
                "It learns too, only with more spikes.",
                "So one would hope. But the spikes are as long as all its "
                "steps, and one of them ends on a plain without a way back.",
            ),
            Choice(
                "Nothing: the loss stays where it was.",
                "That is a rate that is too small. Ten is a large one.",
            ),
            Choice(
                "It ends above its first loss.",
                "Every step is ten times as long, also those that should be "
                "short.",
                right=True,
            ),
        ),
    ),
    PredictChoice(
        name="last-to-learn",
        text="At first the network cuts the plane with straight lines. Which "
        "part of the spiral will it get right last? Think of how much room "
        "there is for a border.",
        choices=(
            Choice(
                "The outer ends of the arms, which are far away.",
                "Far away means room: between the arms a border may lie here "
                "or there. Far from the origin, logits are large, too.",
            ),
            Choice(
                "The middle, where the arms meet.",
                "There the arms are close together, and a small shift of a "
                "border puts points on the wrong side.",
                right=True,
            ),
            Choice(
                "One whole arm, after the other two.",
                "The three arms are the same, turned. No arm is harder than "
                "another.",
            ),
            Choice(
                "No part: it gets better everywhere alike.",
                "One rate for all, that is true. But the loss pulls where "
                "many points are wrong and one border can help them all.",
            ),
        ),
    ),
    PredictChoice(
        name="sixteenth-digit",
        text="2000 epochs with momentum, twice, from weights that differ in "
        "the sixteenth digit. How far are the two losses apart at most?",
        choices=(
            Choice(
                "In the sixteenth digit, as the weights were.",
                "For a single step that is right. Each of the next steps "
                "starts from what the last has made of it.",
            ),
            Choice(
                "Not at all: the same seed gives the same numbers.",
                "The seed is the same, but the weights are not, quite.",
            ),
            Choice(
                "So far that one sees it in the plot of the loss.",
                "Where the loss jumps, small differences grow at every step, "
                "and there is time for many.",
                right=True,
            ),
            Choice(
                "So far that only one of the two learns the spiral.",
                "Both learn it. They only take another way.",
            ),
        ),
    ),
)

ORDERINGS = (
    Ordering(
        name="adam-lines",
        text="One step of Adam for one parameter `w`, in step number `t`. Its "
        "`gradient` and the means `m` and `v` of the last step are there. Two "
        "of the lines do not belong.",
        lines=(
            "m = beta_1 * m + {rest} * gradient",
            "v = beta_2 * v + (1 - beta_2) * {squares}",
            "m_hat = m / (1 - {reached})",
            "v_hat = v / (1 - beta_2**t)",
            "w = w - rate * m_hat / ({size} + epsilon)",
        ),
        gaps={
            "rest": (
                Choice(
                    "1",
                    "Then it is a velocity and no mean: a steady gradient of "
                    "1 would make it 10.",
                ),
                Choice(
                    "(1 - beta_1)", "The new one gets the rest.", right=True
                ),
                Choice(
                    "beta_1",
                    "That is the share that stays of the old mean. Both shares "
                    "together must be 1.",
                ),
            ),
            "squares": (
                Choice("gradient**2", "Entry by entry.", right=True),
                Choice(
                    "gradient",
                    "`v` is there for the size, whatever the sign. With plus "
                    "and minus this mean would go to 0.",
                ),
                Choice(
                    "m**2",
                    "The square of a mean is not the mean of squares: a "
                    "gradient that flips has a small `m` and a large size.",
                ),
            ),
            "reached": (
                Choice(
                    "beta_1",
                    "That is right in the first step only. Later the mean has "
                    "had more time.",
                ),
                Choice(
                    "beta_1 * t",
                    "The share that is missing is multiplied by beta in each "
                    "step. So it is a power.",
                ),
                Choice("beta_1**t", "What is still missing.", right=True),
            ),
            "size": (
                Choice(
                    "v_hat",
                    "A mean of squares. Its root has the size of a gradient.",
                ),
                Choice("np.sqrt(v_hat)", "The usual size.", right=True),
            ),
        },
        distractors=(
            Distractor(
                "m = m / (1 - beta_1**t)",
                "The corrected mean takes the name of the mean",
                "The next step would start from it, and correct it once more. "
                "The hats need names of their own.",
            ),
            Distractor(
                "w = w + rate * m_hat / (np.sqrt(v_hat) + epsilon)",
                "The step goes uphill",
                "The gradient points to where the loss grows. Adam changes "
                "how long a step is, and not that it goes against it.",
            ),
        ),
        notice="Notice that the two lines of means may change places, and the "
        "two lines of hats, too. `m` and `v` never meet before the last line.",
    ),
)

QUESTIONS = (
    Question(
        "A new network for 10 classes, with small random weights, is asked for its loss before any training. The first loss is 9.2. What do you do?",
        (
            Choice(
                "Start training, since any loss will fall.",
                "It may even fall. But something is broken already, and training would hide it. A network without any idea is surprised by log 10, and that is about 2.3.",
            ),
            Choice(
                "Make the learning rate smaller at once.",
                "High losses and rates that are too large go together so often that this is the first thought. But no step has been taken yet, so no rate has had any effect.",
            ),
            Choice(
                "Search for a mistake before training it.",
                "Logits near 0 give each class a tenth, and the loss is log 10, about 2.3. A loss four times as large means very sure and wrong answers. Where do they come from: large weights, inputs that are not scaled, wrong targets?",
                right=True,
            ),
            Choice(
                "Nothing yet: the first loss is random, since the weights are.",
                "The weights are random, and for that reason it sounds right. But they are small, and so the logits are all close to 0, whatever the seed.",
            ),
        ),
    ),
    which_line(
        "This loop should train a network whose parameters are `w`, by name. The loss rises from the first epoch on. Which line is wrong?",
        Choice(
            "loss = network.forward(inputs, targets)",
            "It is right: forward remembers everything that backward needs.",
        ),
        Choice(
            "network.backward()",
            "It is right. It needs no argument: the loss remembers predictions and targets.",
        ),
        Choice(
            "grads = network.gradients",
            "It is right: they belong to the last forward and backward.",
        ),
        Choice(
            "for k in w: w[k] += rate * grads[k]",
            "The gradient points uphill, so plus climbs. Nothing else tells you: the shapes fit and the numbers are finite. One step and two losses are enough to notice it.",
            right=True,
        ),
        Choice(
            "network.parameters = w",
            "It is right: the network takes what the step has made.",
        ),
    ),
    Question(
        "With momentum 0.9, the gradient of one weight is exactly 0 from now on. What does the weight do?",
        (
            Choice(
                "It rolls on, a little less each time.",
                "The velocity loses a tenth in each step, and nothing pushes any more. The ball rolls out.",
                right=True,
            ),
            Choice(
                "It stays where it is: no gradient, no step.",
                "So it would be without momentum. With it, the step is the velocity, and the gradient only changes the velocity.",
            ),
            Choice(
                "It rolls on, always at the same speed.",
                "So it would be with momentum 1, without any friction. SGD refuses that number, because such a ball never stops.",
            ),
            Choice(
                "It turns around.",
                "It would need a push in the other direction. A gradient of 0 pushes in none.",
            ),
        ),
    ),
    Question(
        "Adam takes its first step. Weight A has the gradient 100, weight B has 0.01. Which one moves further?",
        (
            Choice(
                "A, ten thousand times as far as B.",
                "So it is in plain gradient descent. Adam divides each gradient by its own size.",
            ),
            Choice(
                "A, a hundred times as far as B.",
                "Ten thousand with the root taken: it is true that there is a root in Adam. But the root undoes the square inside of `v`, and what is left cancels.",
            ),
            Choice(
                "B, because its `v` is smaller.",
                "It is divided by a smaller number, that is true. But what is divided is smaller by the same factor.",
            ),
            Choice(
                "Both move by about one rate each.",
                "At the first step the fraction is the gradient divided by its own size: 1 or -1. Only the tiny epsilon makes a difference.",
                right=True,
            ),
        ),
    ),
    which_line(
        "Somebody wrote Adam's step. The first step is right. Then `m` and `v` grow and grow, although the gradient stays the same, and the steps become far too short. Which line is wrong?",
        Choice(
            "m = beta_1 * m + (1 - beta_1) * gradient",
            "It is right: a share of the old mean stays, the new gradient gets the rest.",
        ),
        Choice(
            "v = beta_2 * v + (1 - beta_2) * gradient**2",
            "It is right: the same for the squares.",
        ),
        Choice(
            "m /= (1 - beta_1**t); v /= (1 - beta_2**t)",
            "The corrected values get the names of the means, so the next step starts from them and corrects them once more. The hats need names of their own.",
            right=True,
        ),
        Choice(
            "w = w - rate * m / (np.sqrt(v) + epsilon)",
            "It would be right with the two hats in it. The mistake has happened before.",
        ),
    ),
    Question(
        "A training run: the loss jumps from 1.1 to 3 in the first epochs, then goes up and down and never below 1.1. All points get the same class. No number is NaN. What has happened?",
        (
            Choice(
                "The rate is too small: the network has not learned anything.",
                "That it has not learned is true. But a small rate gives a flat curve. This one jumped.",
            ),
            Choice(
                "The rate is too large, and neurons are dead.",
                "One step too far, and every ReLU is closed for every point. No gradient comes through a closed ReLU, so nothing opens it again. Only the last biases still move.",
                right=True,
            ),
            Choice(
                "Nothing is wrong. If there was, some number would be NaN.",
                "NaN is the loud way to break, and this is the quiet one. Look at the curve: it is worse than a network with no idea.",
            ),
            Choice(
                "It has learned the data by heart.",
                "Then the accuracy on these very points would be high. Here all points get the same class.",
            ),
        ),
    ),
    Question(
        "You train for 1000 epochs, look at the curve, and want 1000 more. In the second call of `train` you write `optimizer=Adam(0.1, decay=3e-3)` again. What happens?",
        (
            Choice(
                "It goes on exactly as one run of 2000 epochs would have.",
                "For plain gradient descent without decay that is true. But Adam has a memory, and the memory is in the object.",
            ),
            Choice(
                "The network starts again from its first weights.",
                "The weights are in the network, and the network is the same. It goes on from where it was.",
            ),
            Choice(
                "The rate jumps up again, and `m` and `v` begin at 0.",
                "A new optimizer has taken no steps. Keep the old one in a variable and hand it in again.",
                right=True,
            ),
            Choice(
                "An error: this network already has an optimizer.",
                "It is the other way around. The optimizer knows the parameters that it moved, and refuses another network. A network knows no optimizer.",
            ),
        ),
    ),
)

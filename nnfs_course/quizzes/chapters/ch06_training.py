"""The quiz of chapter 6: the first loss, steps, momentum, Adam, curves."""

from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "Training"
MINUTES = 60
ABOUT = (
    "A network, one step, a thousand steps: momentum, Adam, and a spiral "
    "learned."
)

QUESTIONS = (
    Question(
        "A new network for 10 classes, with small random weights, is asked for its loss before any training. The first loss is 9.2. What do you do?",
        (
            Choice(
                "Start training. The loss will fall.",
                "It may even fall. But something is broken already, and training would hide it. A network without any idea is surprised by log 10, and that is about 2.3.",
            ),
            Choice(
                "Make the learning rate smaller.",
                "High losses and rates that are too large go together so often that this is the first thought. But no step has been taken yet, so no rate has had any effect.",
            ),
            Choice(
                "Search for a mistake in the forward pass or in the data.",
                "Logits near 0 give each class a tenth, and the loss is log 10, about 2.3. A loss four times as large means very sure and wrong answers. Where do they come from: large weights, inputs that are not scaled, wrong targets?",
                right=True,
            ),
            Choice(
                "Nothing is known yet: the first loss is random.",
                "The weights are random, and for that reason it sounds right. But they are small, and so the logits are all close to 0, whatever the seed.",
            ),
        ),
    ),
    which_line(
        "This loop should train a network. The loss rises from the first epoch on. Which line is wrong?",
        Choice(
            "loss = network.forward(inputs, targets)",
            "It is right: forward remembers everything that backward needs.",
        ),
        Choice(
            "network.backward()",
            "It is right. It needs no argument: the loss remembers predictions and targets.",
        ),
        Choice(
            "gradients = network.gradients",
            "It is right: they belong to the last forward and backward.",
        ),
        Choice(
            "for name in parameters: parameters[name] += rate * gradients[name]",
            "The gradient points uphill, so plus climbs. Nothing else tells you: the shapes fit and the numbers are finite. One step and two losses are enough to notice it.",
            right=True,
        ),
        Choice(
            "network.parameters = parameters",
            "It is right: the network takes what the step has made.",
        ),
    ),
    Question(
        "With momentum 0.9, the gradient of one weight is exactly 0 from now on. What does the weight do?",
        (
            Choice(
                "It moves on in the old direction, a little less each time.",
                "The velocity loses a tenth in each step, and nothing pushes any more. The ball rolls out.",
                right=True,
            ),
            Choice(
                "It stays where it is, because no gradient means no step.",
                "So it would be without momentum. With it, the step is the velocity, and the gradient only changes the velocity.",
            ),
            Choice(
                "It moves on in the old direction, always at the same speed.",
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
                "Both move equally far, about one learning rate.",
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
            "m = m / (1 - beta_1**t); v = v / (1 - beta_2**t)",
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
                "The rate is too large, and the hidden neurons are dead.",
                "One step too far, and every ReLU is closed for every point. No gradient comes through a closed ReLU, so nothing opens it again. Only the last biases still move.",
                right=True,
            ),
            Choice(
                "Nothing is wrong, since NaN would show if there was.",
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
                "The rate jumps back up, and `m` and `v` start at 0 again.",
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

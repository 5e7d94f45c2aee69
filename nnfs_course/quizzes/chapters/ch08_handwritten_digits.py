"""The quiz of chapter 8: held-out data, confusion, and input gradients."""

from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "Handwritten digits"
MINUTES = 45
ABOUT = "The same classes read images, and you find out what they do not see."

QUESTIONS = (
    Question(
        "You try twenty learning rates and keep the one with the best accuracy on the held-out images. What is that accuracy worth?",
        (
            Choice(
                "It is honest: no step was taken on these images.",
                "No gradient has seen them, that is true. But you have. Out of twenty, you picked the one that suits them.",
            ),
            Choice(
                "A little too good: the choice was made on these images.",
                "The more you try, the more luck you pick. Choose on one part, and measure once, at the end, on another.",
                right=True,
            ),
            Choice(
                "Nothing at all, it must be thrown away.",
                "Twenty tries are not much for hundreds of images. It is a little too good, and this is what one should say.",
            ),
            Choice(
                "Too low: the network could still train on them.",
                "More data would help the network, but then nothing would be left to measure with.",
            ),
        ),
    ),
    Question(
        "In a confusion matrix with true digits as rows, row 3 has the largest number in column 8 apart from the diagonal. What does it say?",
        (
            Choice(
                "Eights are often read as threes.",
                "That would stand in row 8, column 3. Rows are what is true, columns are what was said.",
            ),
            Choice(
                "Threes and eights are confused equally often.",
                "The table need not be symmetric: each direction has an entry of its own.",
            ),
            Choice(
                "If a three is read wrongly, most often as an eight.",
                "Row 3 holds all true threes, and column 8 those of them that were called eight.",
                right=True,
            ),
            Choice(
                "Threes are the digit with the most errors.",
                "For this one needs the whole row: all entries outside of the diagonal, beside those of other rows.",
            ),
        ),
    ),
    which_line(
        "This should measure honestly how good a network is on new images. Which line is wrong?",
        Choice(
            "data = digits(seed=0)",
            "It shuffles with a seed and splits in two parts, so anyone gets the same parts.",
        ),
        Choice(
            "x = np.concatenate([data.inputs, data.held_out_inputs])",
            "Putting both parts into one array is the leak: whatever is trained on `x` has seen the images that it is tested on.",
            right=True,
        ),
        Choice(
            "y = np.concatenate([data.targets, data.held_out_targets])",
            "The targets follow their images. The harm was done in the line before, and without that this line would not be there.",
        ),
        Choice(
            "train(network, x, y, optimizer=Adam(0.01), epochs=40)",
            "Training is as it should be. What it is given is not.",
        ),
        Choice(
            "network.accuracy(data.held_out_inputs, data.held_out_targets)",
            "This is the right question. But the answer is worth nothing, since these images were in `x`.",
        ),
    ),
    Question(
        "What does a large positive entry of the gradient with respect to the image say?",
        (
            Choice(
                "A little more ink at this pixel would raise the loss.",
                "It is the same sentence as for a weight: nudge this number, and see what the loss does.",
                right=True,
            ),
            Choice(
                "There is much ink at this pixel.",
                "A pixel can be empty and still have a large gradient: ink there would change the answer.",
            ),
            Choice(
                "This pixel is important for the digit in general.",
                "A gradient holds for one image, one network, and only nearby. Another image has another one.",
            ),
            Choice(
                "The weights of this pixel must become smaller.",
                "That would be the gradient of the weights. Here the network stays as it is, and the image is moved.",
            ),
        ),
    ),
    Question(
        "Each of 64 pixels is changed by at most 0.1, and a network that was sure changes its answer. Random changes of the same size do nothing. Why?",
        (
            Choice(
                "The network had learned its images by heart.",
                "It works on held-out images as well, and on good networks, too.",
            ),
            Choice(
                "0.1 is far outside of what the network knows.",
                "Random changes of the same size are just as far. Distance alone does not do it.",
            ),
            Choice(
                "The gradient is wrong, else the network would be stable.",
                "The nudge check says that it is right. It works because the gradient is right.",
            ),
            Choice(
                "All 64 small effects push the same way and add up.",
                "Random pushes cancel for the most part. The signs of the gradient make every one of them count for the same side.",
                right=True,
            ),
        ),
    ),
    Question(
        "Two networks have the same held-out accuracy. The loss of one is ten times as high. What is going on?",
        (
            Choice(
                "One of the two numbers must be wrong.",
                "Both can be right, because they ask different questions: how often, and how surely.",
            ),
            Choice(
                "It was trained for fewer epochs.",
                "It is often the other way around: with more training a network becomes surer, and its mistakes more expensive.",
            ),
            Choice(
                "It is very sure where it is wrong.",
                "Accuracy counts a miss as a miss. The loss asks how small the probability of the truth was.",
                right=True,
            ),
        ),
    ),
)

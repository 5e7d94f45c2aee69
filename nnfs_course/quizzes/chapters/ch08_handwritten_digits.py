"""The quiz of chapter 8: held-out data, confusion, and input gradients."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.prediction import PredictChoice, PredictNumber

TITLE = "Handwritten digits"
MINUTES = 75
ABOUT = "The same classes read images, and you find out what they do not see."

OPENING = (
    Question(
        "A gradient check nudges each of 64 numbers up and down. How often is the loss computed?",
        (
            Choice(
                "64 times",
                "Once for each number would do with one-sided differences, if the loss without a nudge were known. Up and down takes twice as many.",
            ),
            Choice(
                "Once",
                "That is what makes backpropagation cheap: one forward, one backward, all gradients. Nudging has no such luck.",
            ),
            Choice(
                "128 times",
                "Two losses for each number. So nudging is for checking, and backpropagation for working.",
                right=True,
            ),
            Choice(
                "4096 times",
                "That is 64 times 64, a nudge for each pair. A gradient moves one number at a time.",
            ),
        ),
        chapter=7,
    ),
    Question(
        "One image, N = 1. The network gives its true digit the probability 0.9. What is the gradient of the loss for the logit of that digit?",
        (
            Choice(
                "-0.1",
                "Probability minus target, 0.9 - 1, and N is 1. A little more of this logit makes the loss a little smaller.",
                right=True,
            ),
            Choice(
                "0.9",
                "This is the probability itself. The target, 1, is taken away from it.",
            ),
            Choice(
                "-1.11",
                "This is -1 / p, the gradient for the probability. Softmax comes between it and the logit.",
            ),
            Choice(
                "0.1",
                "The size is right. With this sign, more of the true logit would make the loss larger.",
            ),
        ),
        chapter=5,
    ),
    Question(
        "A layer has `weights` of shape (64, 128), and one image comes in. In `dinputs = dvalues @ weights.T`, what shape has `dvalues`?",
        (
            Choice(
                "(1, 64)",
                "This is the shape of `dinputs`: a number for each pixel.",
            ),
            Choice(
                "(64, 128)",
                "This is the shape of the weights, and of `dweights`.",
            ),
            Choice(
                "(128, 1)",
                "A row is a sample, here as everywhere. This would be 128 samples of one neuron.",
            ),
            Choice(
                "(1, 128)",
                "A row for the one image, a column for each neuron: the shape of what the layer gave.",
                right=True,
            ),
        ),
        chapter=2,
    ),
)

PREDICTIONS = (
    PredictNumber(
        name="place-in-row",
        text="A picture of 8 rows and 8 columns is laid out as one row of 64 numbers, top row first. We count from 0, as Python does. At which place of the 64 stands the pixel in row 2, column 3?",
        answer=19,
        why="Two whole rows of eight come first, and three pixels of its own row: 2 · 8 + 3.",
        means={
            26: "That is 3 · 8 + 2, column times eight plus row. Then columns would be laid out one after the other, and not rows.",
            20: "One too far. The first place is 0, so the place is the number of pixels that come before it.",
            11: "That is one whole row and three pixels. Row 2 is the third row, so two rows lie above it.",
            6: "That is the product of row and column. Count the pixels that come before this one.",
            5: "That is the sum of row and column. A whole row has eight pixels.",
        },
        other="Count the pixels that come before it: the whole rows above, eight each, and those to its left.",
    ),
    PredictNumber(
        name="first-loss-of-ten",
        text="There are ten classes, and the network has no idea yet. Its ten probabilities are nearly equal. What is the loss, the mean of -log p, with the natural logarithm? Two decimals; a calculator is allowed.",
        answer=2.30,
        places=2,
        tolerance=0.03,
        why="Each probability is a tenth, the true one as well. Minus the logarithm of a tenth is the logarithm of ten.",
        means={
            0.1: "That is the probability. The loss is minus its logarithm.",
            1.0: "That is minus the logarithm to base 10. We use the natural one, to base e.",
            3.32: "That is minus the logarithm to base 2. We use the natural one, to base e.",
            1.10: "That is log 3, which was right for the spiral with its three classes.",
            10: "That is 1 / p. The loss takes its logarithm.",
            0: "The loss is 0 where the network is sure and right. This one has no idea.",
        },
        other="Each of ten equal probabilities is 1 / 10. What is minus the natural logarithm of that?",
    ),
    PredictChoice(
        name="held-out-line",
        text="We draw two lines over the 40 epochs: the accuracy on the images trained on, and on the held-out images. Where will the held-out line end?",
        choices=(
            Choice(
                "Near 0.1, a mere guess among ten",
                "That would be learning by heart, and nothing else. But new digits look much like those that were seen, and the weights that read one read the other.",
            ),
            Choice(
                "A little lower than the other line",
                "Most of what was learned holds for new images as well. The rest was learned by heart, and this is the gap.",
                right=True,
            ),
            Choice(
                "At the same height, without any gap",
                "That would need that nothing was learned by heart. 9610 weights and biases have room for more than what all digits share.",
            ),
            Choice(
                "Far below: it rises and then falls back again",
                "This is what one fears, and with few images or very long training it happens. Here the line stays up.",
            ),
        ),
    ),
    PredictChoice(
        name="eight-hardest",
        text="We take the eight held-out images whose loss is the largest. What will the network have answered to them?",
        choices=(
            Choice(
                "All eight wrong: a large loss is a wrong answer",
                "Count the mistakes in the confusion matrix: there are fewer than eight. So some of these must be right, though dear.",
            ),
            Choice(
                "All eight right, since it is that good",
                "A wrong answer costs more than log 2, and hardly any right one costs as much. The mistakes must be among the eight.",
            ),
            Choice(
                "Some wrong and some right",
                "It makes fewer than eight mistakes, so they do not fill the list. What follows are answers that were barely right.",
                right=True,
            ),
            Choice(
                "One cannot say: loss and accuracy are unrelated",
                "They are related: a truth with more than a half of the probability is always answered right, and costs less than log 2.",
            ),
        ),
    ),
    PredictChoice(
        name="corner-weights",
        text="128 weights belong to this corner pixel, one for each hidden neuron. How far have they moved in 40 epochs?",
        choices=(
            Choice(
                "Not at all",
                "The gradient of a weight is upstream times its input. The input is always 0, so the gradient is, and Adam has nothing to average.",
                right=True,
            ),
            Choice(
                "As far as the weights of other pixels",
                "Then they would need a gradient. It is a product, and one of its factors is the input.",
            ),
            Choice(
                "Down to 0, since nobody needs them",
                "Something would have to push them there. The loss does not feel these weights, so no gradient asks them to be small.",
            ),
            Choice(
                "To negative numbers, since ink there is never right",
                "Nobody showed the network an image with ink there. It has learned nothing about it, not even that it is rare.",
            ),
        ),
    ),
    PredictChoice(
        name="strongest-pixel",
        text="Where does the strongest pixel lie, the one whose change the loss feels most?",
        choices=(
            Choice(
                "On the darkest ink, as a rule",
                "The darkest pixels are what the network has already. A gradient asks what would change if there were a little more.",
            ),
            Choice(
                "Mostly where there is paper or little ink",
                "Ink that is not there yet could make another digit of it. A gradient can be large where the input is 0.",
                right=True,
            ),
            Choice(
                "On paper never: 0 times anything is 0",
                "That is the gradient of a *weight*, upstream times input. The gradient of an input is upstream times weight, whatever the input is.",
            ),
            Choice(
                "In the middle of the image, which counts most",
                "The middle is not special to a dense layer. Each pixel has weights of its own.",
            ),
        ),
    ),
    PredictChoice(
        name="uphill-tenth",
        text="We take only images that are answered right. Each pixel moves uphill by 0.1, a tenth of the way from paper to ink. How many of the answers are still right?",
        choices=(
            Choice(
                "Nearly all: nobody sees such a change",
                "A person hardly sees it. But the network adds up 64 effects, and here all of them have the same sign.",
            ),
            Choice(
                "About nine in ten",
                "This is how it is with random signs, when the effects cancel for the most part. Uphill they add up.",
            ),
            Choice(
                "Fewer than half",
                "64 small effects of the same sign make a large one.",
                right=True,
            ),
            Choice(
                "None",
                "Some images are answered so surely that a tenth is not enough. With two tenths hardly any would be left.",
            ),
        ),
    ),
)

QUESTIONS = (
    Question(
        "You try twenty learning rates and keep the one with the best accuracy on the held-out images. What is that accuracy worth?",
        (
            Choice(
                "It is honest: no step was taken on these images.",
                "No gradient has seen them, that is true. But you have. Out of twenty, you picked the one that suits them.",
            ),
            Choice(
                "A little too good: it was chosen by them.",
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
        "In a confusion matrix with true digits as rows, the largest off-diagonal number of row 3 stands in column 8. What does it say?",
        (
            Choice(
                "Eights are often read as threes.",
                "That would stand in row 8, column 3. Rows are what is true, columns are what was said.",
            ),
            Choice(
                "Threes and eights are confused with each other equally often.",
                "The table need not be symmetric: each direction has an entry of its own.",
            ),
            Choice(
                "A three that is misread is mostly called an eight.",
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
        "This should measure honestly how good a network is on new images. It does not, for some of them have been trained on. In which line do they get in?",
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
            "Training takes what it is given. One could mend the program here, by giving it `data.inputs`. But the held-out images got in before.",
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
                "A little more ink there would raise the loss.",
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
        "Two networks get the same held-out images right, and both are sure of them: p is above 0.9 for each. Yet the loss of the second is ten times as high. What does it do?",
        (
            Choice(
                "It is very sure of its wrong answers.",
                "Accuracy counts a miss as a miss. The loss asks how small the probability of the truth was, and there is no limit to how small.",
                right=True,
            ),
            Choice(
                "It is barely right, image after image.",
                "That would raise the loss as well, and leave the accuracy as it is. But here every right answer has more than 0.9, and costs less than 0.11.",
            ),
            Choice(
                "It misses more of the images.",
                "Both get the same images right, so they miss the same.",
            ),
            Choice(
                "Nothing: one of the two numbers must be wrong.",
                "Both can be right, because they ask different questions: how often, and how surely.",
            ),
        ),
    ),
)

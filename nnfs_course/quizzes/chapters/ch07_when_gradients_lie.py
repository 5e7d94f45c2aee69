"""The quiz of chapter 7: steps, comparisons, and what no check can see."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)

TITLE = "When gradients lie"
MINUTES = 105
ABOUT = (
    "How to check a gradient, how the check itself can fail, and a museum "
    "of bugs."
)

OPENING = (
    Question(
        "The squares of all gradients add up to 4. One small step downhill "
        "with rate 0.1: by how much should the loss fall?",
        (
            Choice(
                "By about 0.2.",
                "That is the rate times the length of the gradient. But each "
                "gradient counts twice: as the way, and as the slope.",
            ),
            Choice(
                "By about 4.",
                "That would be for a rate of 1, if the gradient were true "
                "that far.",
            ),
            Choice(
                "By about 0.4.",
                "The rate times the sum of the squares. If it falls by "
                "something else, look for a mistake.",
                right=True,
            ),
        ),
        chapter=6,
    ),
    Question(
        "A row of `dlogits`, behind softmax and cross-entropy, is added up. "
        "What comes out?",
        (
            Choice(
                "0",
                "Probabilities add up to 1, and so does the one-hot row that "
                "is subtracted.",
                right=True,
            ),
            Choice(
                "1",
                "The probabilities do. The one-hot row is still to be "
                "subtracted.",
            ),
            Choice(
                "1/N",
                "The factor is in every entry, that is true. But of what is "
                "it taken?",
            ),
        ),
        chapter=5,
    ),
    Question(
        "`x` moves from 2 to 2.01, and `f(x)` from 5 to 4.97. What is the "
        "slope there, about?",
        (
            Choice(
                "-0.03",
                "That is how far it moved. The slope is a ratio of two "
                "movements.",
            ),
            Choice(
                "-3",
                "It fell by 0.03 while `x` rose by 0.01.",
                right=True,
            ),
            Choice(
                "497",
                "A value divided by a step says nothing. Subtract the value "
                "before.",
            ),
        ),
        chapter=1,
    ),
)

PREDICTIONS = (
    PredictChoice(
        name="mask-lost",
        text="The hidden layer gets a wrong gradient, the last layer the right "
        "one. What does the loss do in 200 epochs?",
        choices=(
            Choice(
                "It rises: a wrong gradient leads uphill.",
                "Some do. This one is right wherever a gate is open, and that "
                "is about half of all places.",
            ),
            Choice(
                "It falls, much as with the right gradient.",
                "The last layer is right, and the hidden layer goes roughly "
                "downhill.",
                right=True,
            ),
            Choice(
                "It does not move.",
                "For that, all gradients would have to be 0. Here there are "
                "even more of them than there should be.",
            ),
            Choice(
                "There is an error, or NaN.",
                "All shapes fit, and all numbers are finite. Nothing "
                "complains.",
            ),
        ),
    ),
    PredictChoice(
        name="smaller-h",
        text="In `float64`, with 16 digits: is h = 1e-12 better than h = 1e-5?",
        choices=(
            Choice(
                "Yes, by about seven digits.",
                "On paper it would be even more. But the two values that are "
                "subtracted are rounded.",
            ),
            Choice(
                "They are equally good: both are tiny.",
                "Both are tiny for the function, that is true. They are not "
                "equally large beside the rounding.",
            ),
            Choice(
                "It gives 0: the number does not move.",
                "That happens later, near 1e-16. At 1e-12 there are four "
                "digits left.",
            ),
            Choice(
                "No, it is far worse.",
                "The two values agree in twelve digits. What is left for the "
                "difference are the last four.",
                right=True,
            ),
        ),
    ),
    PredictNumber(
        name="tenth-of-h",
        text="With a tenth of h, what survives is a thousandth of what it was. "
        "It is divided by the way, which is a tenth, too. So the error of a "
        "central difference becomes how many times smaller?",
        answer=100,
        why="A thousandth divided by a tenth is a hundredth.",
        means={
            10: "So it is for the forward difference: a hundredth of the bowl, "
            "divided by a tenth.",
            1000: "That is what survives of the rests. It is still divided by "
            "the way, which is shorter as well.",
            10000: "Dividing by a tenth makes larger, not smaller.",
            20: "Both sides move, but the 2 is there for every h, and so it "
            "changes nothing here.",
        },
        other="Divide a thousandth by a tenth.",
    ),
    PredictNumber(
        name="lost-entry",
        text="The norm of the difference, divided by the norm of the right "
        "gradient: what is it?",
        answer=0.01,
        places=2,
        why="The difference has the norm 1. The root of ten thousand ones is a "
        "hundred.",
        means={
            1: "So it is for the lost entry alone. In the norm it hides behind "
            "all the others.",
            0.0001: "One of ten thousand is what a mean would say. The norm is "
            "a root.",
            0.1: "The root is taken once, of the sum of ten thousand ones.",
            100: "Turned around: the large one is below.",
        },
        other="Only one entry differs, by 1. And the root of the sum of ten "
        "thousand ones is?",
    ),
    PredictNumber(
        name="at-the-corner",
        text="What does a central difference say at z = 0 exactly, with the "
        "tiny step h = 1e-6?",
        answer=0.5,
        places=1,
        why="To the right it rises by h, to the left by nothing. That is h, "
        "divided by 2h.",
        means={
            0: "That is what backward says. But the point on the right has "
            "risen, by h, and it is divided by the way.",
            1: "That is the slope on the right. The way is 2h, and on half of "
            "it nothing rises.",
            -0.5: "The size is right. The formula subtracts the left from the "
            "right.",
        },
        other="Compute `relu(h)`, `relu(-h)`, and put them into the formula.",
    ),
    PredictSign(
        name="complex-abs",
        text="The slope of `abs` at -2 is -1. What does the complex step say: "
        "the imaginary part of the length of -2 + ih, divided by h?",
        answer=0,
        why="A length is a real number, and a real number has no imaginary "
        "part.",
        means={
            -1: "That would be right. But the step is asked of a length, and "
            "where is its imaginary part?",
            1: "The length is positive, that is true. It is asked for its "
            "imaginary part.",
        },
    ),
    PredictEntries(
        name="past-all-eight",
        text="Four of the exhibits. Which of them get past all eight checks?",
        matrix=(
            ("sum for mean, both", "no ReLU, both"),
            ("targets off by one", "a column lost"),
        ),
        answer=((0, 1), (1, 1)),
        why="Without ReLU both ways, it is another network with right "
        "gradients, and six samples are easy. The lost column lies before all "
        "that is checked.",
        means={
            (): "The checks compare backward with forward, and both with the "
            "samples. What if all of these fit each other?",
            ((0, 0), (0, 1)): "Both have a backward that fits. But one of them "
            "has a first loss that is not log 3.",
            ((0, 1),): "Right, and there is another one. What if something is "
            "wrong before the first layer?",
            ((1, 1),): "Right, and there is another one: forward and backward "
            "wrong in the same way.",
            ((1, 0), (1, 1)): "Both are wrong before the network. But the last "
            "check counts with the true targets.",
            ((0, 1), (1, 0), (1, 1)): "Nearly. The last check counts with the "
            "true targets.",
        },
        other="A backward that does not fit is found by differences. Look for "
        "those where all that is checked fits.",
    ),
)

QUESTIONS = (
    Question(
        "A gradient check with h = 1e-5 in float64 agrees to ten digits. To get more, somebody sets h = 1e-13. What happens?",
        (
            Choice(
                "It agrees to more digits, since a derivative is a limit.",
                "On paper it would. But a computer rounds the two values, and the rounding is divided by h. The smaller h, the larger that error.",
            ),
            Choice(
                "It agrees to far fewer digits, three perhaps.",
                "Two numbers that are equal in nearly all their digits are subtracted, and few digits are left. Rounding over h is now about 1e-3.",
                right=True,
            ),
            Choice(
                "Nothing.",
                "It is true that the function hardly bends on either way. But this is only one of the two errors. The other one grows.",
            ),
        ),
    ),
    Question(
        "With a tenth of h, by how much does the error of a central difference fall, as long as rounding does not matter?",
        (
            Choice(
                "To a tenth.",
                "So it is with a forward difference. A central one has two sides, and their first errors cancel.",
            ),
            Choice(
                "To a half, because both sides move.",
                "Both sides move, that is true, and the divisor has a 2 for it. How fast the error falls is another matter.",
            ),
            Choice(
                "To a hundredth.",
                "What is left after the errors of both sides have cancelled goes with h².",
                right=True,
            ),
        ),
    ),
    which_line(
        "This should compute a gradient by central differences. The first entry is right, the others are a little off. Which line is wrong?",
        Choice(
            "above = function(moved + h * unit[i])",
            "It is right: it makes a new array, and `moved` stays as it is.",
        ),
        Choice(
            "moved[i] -= h",
            "It moves the entry down, in the array itself, and no line puts it back. The next entry is measured at another place.",
            right=True,
        ),
        Choice(
            "below = function(moved)",
            "It is right: at this moment the entry is at the lower place.",
        ),
        Choice(
            "gradient[i] = (above - below) / (2 * h)",
            "It is right: the whole way is divided by. If it were not, the first entry would be wrong, too.",
        ),
    ),
    Question(
        "A gradient check of a layer with ReLU disagrees in one entry of 500. Its z is 0.0000003, and h is 0.000001. What do you do first?",
        (
            Choice(
                "Repeat the check with a smaller h.",
                "The two points lie on two sides of the corner. If it agrees with a smaller h, nobody made a mistake.",
                right=True,
            ),
            Choice(
                "Search for the mistake in backward.",
                "It may be one. But z is closer to the corner than h, and then a right backward disagrees, too.",
            ),
            Choice(
                "Ignore it.",
                "Tempting, and so a real mistake gets through: one lost entry looks the same. It takes seconds to tell the two apart.",
            ),
            Choice(
                "Make h larger, so that the corner matters less.",
                "A larger h reaches over the corner from even more places.",
            ),
        ),
    ),
    Question(
        "The loss should be the mean, but the code takes the sum, and backward is the right gradient of the sum. Which check finds it?",
        (
            Choice(
                "The gradient check.",
                "It compares backward with forward. They fit each other: both belong to the sum.",
            ),
            Choice(
                "The shapes of the gradients.",
                "A sum and a mean have the same shape.",
            ),
            Choice(
                "The rows.",
                "They still add up to 0. N times 0 is 0.",
            ),
            Choice(
                "The first loss.",
                "It should be log C, and it is N times that. This check knows from outside what the loss has to be.",
                right=True,
            ),
        ),
    ),
    Question(
        "`np.imag(f(x + 1j * h)) / h` is a complex step. What does it give for `f = np.abs` at a negative number?",
        (
            Choice(
                "An error, because complex numbers have no sign.",
                "It would be better so. But complex numbers have an absolute value, their length, and NumPy gives it without complaint.",
            ),
            Choice(
                "-1, since it is not at the corner.",
                "That far from a corner is safe holds for differences. Here the trouble is that the result is real.",
            ),
            Choice(
                "0, and nothing warns you that it is wrong.",
                "The length is real, so its imaginary part is 0. `complex_step` of this course refuses a real result. But it cannot see the same mistake inside of `x + np.abs(x)`, where it says 1 and 0 is right.",
                right=True,
            ),
            Choice(
                "NaN",
                "Nothing is divided by 0 here, and nothing overflows.",
            ),
        ),
    ),
    Question(
        "All gradient checks pass, and the network has learned its samples. But a column of the inputs was set to 0 while reading the file. Why did no check see it?",
        (
            Choice(
                "The checks had too few samples.",
                "More samples would have the same column of zeros.",
            ),
            Choice(
                "All was right, of the wrong numbers.",
                "A check sees only what comes after the place where it looks. Against this only one thing helps: look at the data where they enter the network.",
                right=True,
            ),
            Choice(
                "The limit of the comparison was too wide.",
                "A narrow limit finds small disagreements. Here nothing disagrees at all.",
            ),
        ),
    ),
)

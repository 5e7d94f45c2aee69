"""The quiz of chapter 7: steps, comparisons, and what no check can see."""

from nnfs_course.quizzes.question import Choice, Question, which_line

TITLE = "When gradients lie"
MINUTES = 50
ABOUT = (
    "How to check a gradient, how the check itself can fail, and a museum "
    "of bugs."
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
                "It agrees to far fewer digits.",
                "Two numbers that are equal in nearly all their digits are subtracted, and few digits are left. Rounding over h is now about 1e-3.",
                right=True,
            ),
            Choice(
                "Nothing changes, both are small enough.",
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
                "Repeat it with a smaller h.",
                "The two points lie on two sides of the corner. If it agrees with a smaller h, nobody made a mistake.",
                right=True,
            ),
            Choice(
                "Search for the mistake in backward.",
                "It may be one. But z is closer to the corner than h, and then a right backward disagrees, too.",
            ),
            Choice(
                "Ignore it, 499 of 500 are right.",
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
                "The rows of dlogits.",
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
        "The complex step is used on a function with `np.abs` in it, at a negative number. What comes out?",
        (
            Choice(
                "An error, because complex numbers have no sign.",
                "It would be better so. But complex numbers have an absolute value, their length, and NumPy gives it without complaint.",
            ),
            Choice(
                "The right slope, since it is not at the corner.",
                "That far from a corner is safe holds for differences. Here the trouble is that the result is real.",
            ),
            Choice(
                "0, without any warning.",
                "The length is a real number, and its imaginary part is 0. The course's own `complex_step` refuses a real result.",
                right=True,
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
                "All of it was computed right, of the wrong numbers.",
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

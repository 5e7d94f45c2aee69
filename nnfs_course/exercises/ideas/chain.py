"""The chain rule: what arrives, times one's own slope, on every path."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "upstream": (
        Question(
            "Turning a knob by 1 moves a lever by 3. Moving the lever by 1 moves a needle by -2. How far does the needle move when the knob is turned by 1?",
            (
                Choice(
                    "3",
                    "That is how far the lever moves. What the lever does to the needle is lost.",
                ),
                Choice("1", "You added. Along one path the factors multiply."),
                Choice(
                    "-2", "That is for 1 of the lever. The knob moves it by 3."
                ),
                Choice(
                    "-6",
                    "3 for the lever, and -2 for each 1 of that.",
                    right=True,
                ),
            ),
        ),
        Question(
            "`u = 5 * x`, and then `L = u * u`. At x = 1 the gradient that arrives at u is 10. What is the gradient of x?",
            (
                Choice(
                    "5",
                    "That is the slope of `u = 5 * x` alone. It knows nothing of L.",
                ),
                Choice(
                    "50",
                    "What arrives, 10, times the own slope, 5.",
                    right=True,
                ),
                Choice(
                    "10",
                    "That arrives at u. A nudge of x moves u five times as far.",
                ),
                Choice(
                    "25",
                    "That is the value of L. How far it moves is another question.",
                ),
            ),
        ),
    ),
    "gate": (
        Question(
            "`y = max(a, b)` with a = 2 and b = 5. The gradient -4 arrives at y. What goes to a, and what to b?",
            (
                Choice(
                    "-4 and 0",
                    "Your gate is the wrong way around. If b moves a little, y moves; if a does, nothing happens.",
                ),
                Choice(
                    "0 and -4",
                    "On the way forward, b went through. So b gets what arrives, whatever its sign.",
                    right=True,
                ),
                Choice(
                    "0 and 0",
                    "The gate does not look at the sign of what arrives. It was set on the way forward, by 5 > 2.",
                ),
                Choice(
                    "0 and -20",
                    "The value decides who gets the gradient, and does not multiply it.",
                ),
                Choice(
                    "-4 and -4",
                    "Both were there, but only one went through. Nudge a: y stays 5.",
                ),
            ),
        ),
    ),
    "mask": (
        Question(
            "Dropout multiplies four numbers by `[1, 1, 0, 0]`: two of them are switched off. On the way back, `[5, -2, 3, -4]` arrives. What is handed on?",
            (
                Choice(
                    "`[1, 1, 0, 0]`",
                    "That is the mask. It says what passes, and is no gradient yet.",
                ),
                Choice(
                    "`[5, 0, 3, 0]`",
                    "The signs of what arrives do not matter. The switches were set on the way forward.",
                ),
                Choice(
                    "`[5, -2, 3, -4]`",
                    "The last two were switched off. Moving them changes nothing.",
                ),
                Choice(
                    "`[5, -2, 0, 0]`",
                    "What arrives, times the same mask as on the way forward.",
                    right=True,
                ),
                Choice(
                    "`[0, 0, 3, -4]`",
                    "The mask is turned around: this lets through what was switched off.",
                ),
            ),
        ),
        Question(
            "Before it goes on, a layer cuts each number to the range from -1 to 1. It was given `[-3, 0.5, 2]`. On the way back `[4, -6, 5]` arrives. What is handed on?",
            (
                Choice(
                    "`[0, -6, 0]`",
                    "-3 and 2 were cut: nudge them, and nothing moves. 0.5 went through, and gets what arrives.",
                    right=True,
                ),
                Choice(
                    "`[0, 1, 0]`",
                    "That is the mask alone. It still has to be multiplied by what arrives.",
                ),
                Choice(
                    "`[1, -1, 1]`",
                    "You cut what arrives. The gradient is not cut, it passes or it is stopped.",
                ),
                Choice(
                    "`[0, -3, 0]`",
                    "You multiplied by the number that went through. Its slope is 1, whatever it is.",
                ),
            ),
        ),
    ),
    "other-factor": (
        Question(
            "A field is 3 m wide and 70 m long. It is made 0.1 m wider. By how much does its area grow?",
            (
                Choice(
                    "7 m²",
                    "A strip of 0.1 m along all 70 m. Each side moves the area by the other one.",
                    right=True,
                ),
                Choice(
                    "0.3 m²",
                    "That multiplies the nudge by the width itself. The strip runs along the length.",
                ),
                Choice(
                    "21 m²",
                    "That is a tenth of the whole area. It depends on where one is, not on how it moves.",
                ),
                Choice(
                    "0.1 m²",
                    "The width grew by 0.1. The area grows by that, times what it is multiplied by.",
                ),
            ),
        ),
    ),
    "paths": (
        Question(
            "An image filter uses one weight in three places of an image. The gradients 2, -5 and 4 come back to it. What is the gradient of the weight?",
            (
                Choice(
                    "4",
                    "The last one has overwritten the others. This is `=` in place of `+=`.",
                ),
                Choice(
                    "-40",
                    "Factors multiply along one path. These are three paths, side by side.",
                ),
                Choice(
                    "2",
                    "The first place is only one of three that the weight moves.",
                ),
                Choice(
                    "1",
                    "It moves all three places at once, so what they do to the loss adds up.",
                    right=True,
                ),
            ),
        ),
    ),
    "own-upstream": (
        Question(
            "A backward pass has a mistake: for every entry it uses `upstream[0]`. Which upstream gradient in a test would show it?",
            (
                Choice(
                    "`[1, 1, 1]`",
                    "All are equal to the first one, so the mistake gives the right numbers.",
                ),
                Choice(
                    "`[0, 0, 0]`",
                    "Everything is 0, with the mistake and without it.",
                ),
                Choice(
                    "`[7, 7, 7]`",
                    "A large number, three times. The first is as good as the others.",
                ),
                Choice(
                    "`[3, -1, 2]`",
                    "Each entry has its own. So a wrong one is seen.",
                    right=True,
                ),
            ),
        ),
    ),
    "summand": (
        Question(
            "A customer pays 1.2 times (price + postage). The price is 50 and the postage 5. If the postage rises by 1, how much more is paid?",
            (
                Choice(
                    "1.2",
                    "The sum moves by 1, and what is paid by 1.2 times that.",
                    right=True,
                ),
                Choice(
                    "Nothing",
                    "Postage is a fixed number only until someone changes it. Moving it moves what is paid.",
                ),
                Choice(
                    "6",
                    "That is 1.2 times the postage. Its size does not matter, only how it moves.",
                ),
                Choice(
                    "1",
                    "The sum moves by 1. But it goes through the factor 1.2 on its way.",
                ),
            ),
        ),
    ),
    "chain-order": (
        Question(
            "A network goes forward through these four: normalise, dense, tanh, dense. On the way back the last dense layer is done. What comes next, in which order?",
            (
                Choice(
                    "normalise, dense, tanh",
                    "That is the order of the way forward. What was done last is undone first.",
                ),
                Choice(
                    "dense, normalise",
                    "The shapes fit without tanh, and nothing complains. But its slope would be lost.",
                ),
                Choice(
                    "tanh, dense, normalise",
                    "From the end to the beginning, each of them once.",
                    right=True,
                ),
                Choice(
                    "tanh, tanh, dense, normalise",
                    "Every step was done once, so it is undone once. The second tanh would multiply its slope in again.",
                ),
            ),
        ),
    ),
    "shares": (
        Question(
            "Three dogs share one cake by appetite: each gets a / (a + b + c), and so on. The appetites are 1, 1 and 2. The first one's grows by 0.04. By how much does the *third* share move, about?",
            (
                Choice(
                    "0",
                    "The cake does not grow. What one dog gets more, the others get less.",
                ),
                Choice(
                    "0.005",
                    "The size is right. But more for the first dog means less for the third.",
                ),
                Choice(
                    "-0.005",
                    "Its share is 2 / 4, and the 4 has grown by 0.04. All shares move when one appetite does.",
                    right=True,
                ),
                Choice(
                    "-0.04",
                    "The appetite moved so far. The share of the cake moves less: it is divided by all appetites.",
                ),
            ),
        ),
    ),
    "weighted-average": (
        Question(
            "A pupil's marks 1 and 3 count with the weights 0.9 and 0.1. How far is the mark 3 above the average?",
            (
                Choice(
                    "1.8", "The average is 0.9 · 1 + 0.1 · 3 = 1.2.", right=True
                ),
                Choice(
                    "1",
                    "That is the distance to the plain average, 2. Here the first mark counts far more.",
                ),
                Choice(
                    "2.4",
                    "You divided the weighted sum by 2 once more. The weights add up to 1 already.",
                ),
                Choice(
                    "-1",
                    "You subtracted the plain sum of the marks, 4. An average lies between the two.",
                ),
            ),
        ),
    ),
}

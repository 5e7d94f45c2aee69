"""Comparing numbers: distances, what is large beside what, and the worst."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "distance": (
        Question(
            "One thermometer shows -3 and another one 3. How far are they apart, and which expression says so for any a and b?",
            (
                Choice(
                    "0: `abs(abs(a) - abs(b))`",
                    "The signs are lost before anything is compared. -3 and 3 are not the same.",
                ),
                Choice(
                    "-6: `a - b`",
                    "A distance has no sign. A test such as `a - b < 0.1` would accept this one.",
                ),
                Choice(
                    "6: `abs(a - b)`",
                    "First the difference, then its size.",
                    right=True,
                ),
            ),
        ),
    ),
    "relative": (
        Question(
            "One scale is off by 1 gram for a letter of 20 grams. Another is off by 10 kg for a lorry of 20,000 kg. Which is the worse one, and what tells?",
            (
                Choice(
                    "The second: it is off by more.",
                    "10 kg are much for a letter, and little for a lorry. An error means nothing without the size of what is measured.",
                ),
                Choice(
                    "The first: it is off by 5 %.",
                    "1 of 20, against 1 of 2000. An error is large or small beside what is measured.",
                    right=True,
                ),
                Choice(
                    "Neither: they measure different things.",
                    "That is what dividing by the size is for. It makes them comparable.",
                ),
            ),
        ),
        Question(
            "Two clocks differ. A rule for how much should give the same whichever is named first. Which does?",
            (
                Choice(
                    "`abs(a - b) / abs(a)`",
                    "It trusts the first one. If a is 0 by mistake, it divides by 0.",
                ),
                Choice(
                    "`abs(a - b) / abs(b)`",
                    "It trusts the second one. Exchange them, and the number changes.",
                ),
                Choice(
                    "`abs(a - b) / max(abs(a), abs(b))`",
                    "The larger of both sizes is the same, whichever comes first.",
                    right=True,
                ),
                Choice(
                    "`abs(a - b) / max(a, b)`",
                    "For a = -1 and b = -3 the size below is negative. A size has no sign.",
                ),
            ),
        ),
    ),
    "worst": (
        Question(
            "A bridge has 1000 bolts, and one of them is loose. Which number shows it best?",
            (
                Choice(
                    "The mean looseness",
                    "It is divided by 1000 there, and looks like nothing.",
                ),
                Choice(
                    "The largest looseness",
                    "One bad bolt is as visible as a thousand.",
                    right=True,
                ),
                Choice(
                    "The root of the mean square",
                    "It is still small: 999 good bolts are in it.",
                ),
            ),
        ),
    ),
    "how-many": (
        Question(
            "A test of 200 bulbs should say how many are broken. 5 of them are. What does it return?",
            (
                Choice("5", "Every broken one counts once.", right=True),
                Choice(
                    "1, something is broken",
                    "Whether is not how many. One broken bulb would give the same.",
                ),
                Choice("195", "That counts the good ones."),
                Choice(
                    "0.025",
                    "That is their share. From it alone nobody knows how many to buy.",
                ),
            ),
        ),
    ),
    "two-limits": (
        Question(
            "Two rulers are said to agree if they differ by less than 1 % of the length. For what is this rule too strict?",
            (
                Choice(
                    "For very long things",
                    "1 % of much is much. There the rule is mild.",
                ),
                Choice(
                    "For things close to 0 mm",
                    "1 % of nearly nothing is less than any ruler can show. So a small fixed limit is allowed as well.",
                    right=True,
                ),
                Choice(
                    "For none: 1 % is 1 %",
                    "A ruler has rounding of its own, which does not shrink with what is measured.",
                ),
            ),
        ),
    ),
}

"""Class numbers, places and forms: what an index means, and what it is not."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "one-for-each-row": (
        Question(
            "`menu` has a row for each of 4 guests and a column for each of 3 dishes. `chosen` holds 4 column numbers, one for each guest. What shape has `menu[:, chosen]`?",
            (
                Choice(
                    "(4,)",
                    "That is `menu[np.arange(4), chosen]`: row 0 with its choice, row 1 with its own. A colon means all rows.",
                ),
                Choice(
                    "(4, 3)",
                    "The columns are picked, so there are as many as choices.",
                ),
                Choice(
                    "(4, 4)",
                    "All rows, for each of the four choices. Every guest gets everyone's dish.",
                    right=True,
                ),
            ),
        ),
    ),
    "names-not-amounts": (
        Question(
            "Colours have numbers: 0 is red, 1 is green, 2 is blue. Half of the votes say red and half say blue. A program takes the mean of the votes and answers 1. What went wrong?",
            (
                Choice(
                    "It should have rounded.",
                    "1 is a whole number already, and it is still nonsense: nobody said green.",
                ),
                Choice(
                    "It counted with names.",
                    "The numbers only name the colours. Sums and products of names mean nothing; counting votes does.",
                    right=True,
                ),
                Choice(
                    "It should start at 1.",
                    "Then the mean is 2, and that is green again.",
                ),
            ),
        ),
    ),
    "place": (
        Question(
            "Four runners need `[12.1, 11.4, 13.0, 11.9]` seconds. Which expression gives the *number* of the winner?",
            (
                Choice(
                    "`times.argmin()`",
                    "It gives the place of the smallest, 1.",
                    right=True,
                ),
                Choice(
                    "`times.min()`",
                    "That is the time of the winner, 11.4. Who it was is lost.",
                ),
                Choice(
                    "`times.argmax()`",
                    "That is the place of the largest time: the last one to arrive.",
                ),
                Choice(
                    "`int(times.min())`",
                    "A time without its decimals is still a time, 11.",
                ),
            ),
        ),
    ),
    "tell-apart": (
        Question(
            "A function takes one image of shape (28, 28), or many of shape (N, 28, 28). How should it tell them apart?",
            (
                Choice(
                    "By `len(images) == 28`",
                    "A batch of 28 images has that length, too.",
                ),
                Choice(
                    "By the largest value",
                    "Both hold the same kind of numbers. Values say nothing of the form.",
                ),
                Choice(
                    "By `images.ndim`",
                    "One has two dimensions and the other three, whatever is in them.",
                    right=True,
                ),
                Choice(
                    "Not at all",
                    "Then one of the two is taken for the other. Both may come.",
                ),
            ),
        ),
    ),
    "what-can-occur": (
        Question(
            "The days of a week have the numbers 0 to 6. This week there were orders on the days `[0, 2, 2, 5]`. How many numbers must a count for each day have, to be compared with last week's?",
            (
                Choice(
                    "4",
                    "That is how many orders came. Two came on the same day.",
                ),
                Choice(
                    "3",
                    "That is on how many days orders came. Next week there may be others.",
                ),
                Choice(
                    "6",
                    "That goes up to the largest day that occurred. Day 6 exists, even if nothing came.",
                ),
                Choice(
                    "7", "What can occur decides, not what did.", right=True
                ),
            ),
        ),
    ),
    "row-is": (
        Question(
            "`trips[i, j]` counts the trips from town i to town j. Someone went once from town 0 to town 2, and someone else stayed in town 1. Which entries are 1?",
            (
                Choice(
                    "[2, 0] and [1, 1]",
                    "That is a trip from 2 to 0. The first index is the row, where it starts.",
                ),
                Choice(
                    "[0, 2] alone",
                    "Staying is counted as well: from 1 to 1, on the diagonal.",
                ),
                Choice(
                    "[0, 2] and [1, 1]",
                    "Where it starts is the row, where it ends the column. Who stays is on the diagonal.",
                    right=True,
                ),
                Choice(
                    "[0, 2], [2, 0] and [1, 1]",
                    "There was one trip from 0 to 2. The way back is another trip.",
                ),
            ),
        ),
    ),
    "repeats": (
        Question(
            "`tally = np.zeros(2)`, and then `tally[[0, 0, 1]] += 1`. What is in `tally`?",
            (
                Choice(
                    "`[2, 1]`",
                    "So it should be. But NumPy reads all three, adds 1, and writes: place 0 gets the same 1 twice.",
                ),
                Choice(
                    "`[1, 1]`",
                    "Each place is written with what it was plus 1, twice the same. `np.add.at` or a loop counts repeats.",
                    right=True,
                ),
                Choice(
                    "`[3, 3]`",
                    "Only the places in the list are changed, each by 1.",
                ),
            ),
        ),
    ),
}

"""Shares and counts, one too many, and brackets."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "from-zero": (
        Question(
            "`for t in range(1, n):` with n = 5. How many rounds are that?",
            (
                Choice(
                    "5",
                    "`range(5)` has five. This one begins at 1 and still stops before 5.",
                ),
                Choice("4", "1, 2, 3 and 4. The end is not in it.", right=True),
                Choice(
                    "6",
                    "From 0 to 5 there are six. But 0 and 5 are both left out.",
                ),
            ),
        ),
        Question(
            "The pictures of a film are saved before the first step and after each of 100 steps. How many pictures are there?",
            (
                Choice(
                    "99",
                    "Between 100 posts are 99 gaps. Here the steps are the gaps.",
                ),
                Choice(
                    "100",
                    "That is the number of steps. There was a picture before the first.",
                ),
                Choice(
                    "101",
                    "One before, and one after each. A sequence has one more place than it has steps.",
                    right=True,
                ),
            ),
        ),
    ),
    "share-of-all": (
        Question(
            "A player throws 40 times at a basket and hits 30 times. What is the *share* of hits?",
            (
                Choice("0.75", "30 of 40 throws.", right=True),
                Choice("30", "That is how many. A share says of how many."),
                Choice(
                    "75",
                    "That is in percent. As a share it lies between 0 and 1.",
                ),
                Choice("0.25", "That is the share of misses."),
            ),
        ),
    ),
    "count-not-share": (
        Question(
            "Two classes wrote a test. Someone adds up the tables of both, to know how often each mark was given. What must stand in the two tables?",
            (
                Choice(
                    "How many pupils got the mark",
                    "Counts can be added. A share can be computed from them later, and not the other way around.",
                    right=True,
                ),
                Choice(
                    "The share of each mark",
                    "Shares of 10 pupils and of 30 must not be added: how many there were is lost.",
                ),
                Choice(
                    "The mark's share in percent",
                    "That is a share, times 100. How many there were is lost all the same.",
                ),
            ),
        ),
    ),
    "largest-wins": (
        Question(
            "Three candidates get 40, 35 and 25 percent of the votes. The one with most votes is elected. Who is it?",
            (
                Choice(
                    "Nobody: none has more than a half",
                    "The rule asks for most votes, and not for more than a half.",
                ),
                Choice(
                    "The first",
                    "40 is the largest of the three. How much it is does not matter.",
                    right=True,
                ),
                Choice(
                    "The first, but only by 40 percent",
                    "Elected is elected. The share says how sure it was, which is another question.",
                ),
            ),
        ),
    ),
    "brackets": (
        Question(
            "What is `2 + 6 / 2 * 3`?",
            (
                Choice(
                    "11",
                    "6 / 2 is 3, times 3 is 9, and 2 comes last.",
                    right=True,
                ),
                Choice(
                    "3",
                    "That is 2 + 6 / (2 * 3). Without brackets, Python goes from left to right: first 6 / 2.",
                ),
                Choice(
                    "12",
                    "That is (2 + 6) / 2 * 3. A long line of a fraction is a bracket, and has to be written.",
                ),
            ),
        ),
    ),
    "every-parameter": (
        Question(
            "A layer has weights, a bias and a learned scale. One step of training is taken. Which of them move, and by which rule?",
            (
                Choice(
                    "The weights alone",
                    "What never moves cannot learn. The other two have gradients as well.",
                ),
                Choice(
                    "All three, by the same rule",
                    "Each one moves against its own gradient, times the same rate.",
                    right=True,
                ),
                Choice(
                    "All three, but the bias by its whole gradient",
                    "The rate is there so that no step is too long. That holds for every number that is learned.",
                ),
            ),
        ),
    ),
}

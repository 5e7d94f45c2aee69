"""Training: the sign and the size of a step, and what is kept from the last."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "sign-of-step": (
        Question(
            "A score is to become as *large* as possible. At w = 1 its slope is -2, and the rate is 0.5. Where do you step?",
            (
                Choice(
                    "To 2",
                    "You stepped against the slope. That is the way down, and here it goes up.",
                ),
                Choice(
                    "To 0",
                    "1 + 0.5 · (-2). To climb, walk along the gradient; to descend, against it.",
                    right=True,
                ),
                Choice(
                    "To -1",
                    "You took the whole slope as the step. The rate says how much of it.",
                ),
                Choice(
                    "To 3", "That is against the slope, and the whole of it."
                ),
            ),
        ),
    ),
    "step": (
        Question(
            "A heater stands at 10. The error has the slope -3 there, and it is to become smaller. The rate is 0.1. Where is the heater set next?",
            (
                Choice(
                    "To 9.7",
                    "The error falls when the heater is turned up. This turns it down.",
                ),
                Choice(
                    "To 13",
                    "That takes the whole slope as the step. The rate says how much of it.",
                ),
                Choice(
                    "To 0.3",
                    "That is the step. Where it ends is asked: it starts at 10.",
                ),
                Choice(
                    "To 10.3",
                    "From 10, against the slope, by a tenth of it: 10 - 0.1 · (-3).",
                    right=True,
                ),
            ),
        ),
    ),
    "state": (
        Question(
            "Each month 90 % of what lies in a box is kept, and 10 euro are added. Now there are 50 euro in it. How many are there after *two* months?",
            (
                Choice(
                    "55",
                    "That is after one month. The second month begins with these 55, and not with 50.",
                ),
                Choice(
                    "20",
                    "Each month adds 10. But what lay in the box before is not thrown away.",
                ),
                Choice(
                    "59.5",
                    "50 becomes 55, and 55 becomes 59.5. What is kept is handed on to the next step.",
                    right=True,
                ),
                Choice(
                    "70",
                    "Nothing was lost here. Only 90 % is kept each month.",
                ),
            ),
        ),
        Question(
            "A sledge keeps 80 % of its speed in each second, and a push adds 1. Its speed is 10. First the speed is renewed, then the sledge moves by it. How far does it get in this second?",
            (
                Choice(
                    "10",
                    "That is the old speed. It was renewed before the sledge moved.",
                ),
                Choice(
                    "1",
                    "That is the push alone. The sledge was moving already.",
                ),
                Choice(
                    "11",
                    "Some speed is lost in each second: only 80 % of it is kept.",
                ),
                Choice("9", "0.8 · 10 + 1, the new speed.", right=True),
            ),
        ),
    ),
    "running-mean": (
        Question(
            "A running mean keeps 80 % of what it was, and the rest comes from the new number. It was 20, and a 10 arrives. What is it now?",
            (
                Choice(
                    "12",
                    "The shares are exchanged: this keeps 20 %, and jumps after every new number.",
                ),
                Choice(
                    "26",
                    "The 10 was added in full. In a mean the shares add up to 1.",
                ),
                Choice(
                    "15",
                    "That is half and half. A running mean moves more slowly.",
                ),
                Choice("18", "0.8 · 20 + 0.2 · 10.", right=True),
            ),
        ),
    ),
    "started-at-zero": (
        Question(
            "A running mean starts at 0 and keeps 90 % in each step. Every number that arrives is 50. After two steps it is 9.5. By what must it be divided, to give 50?",
            (
                Choice(
                    "0.1",
                    "That was right after one step. Meanwhile less of the 0 is left in it.",
                ),
                Choice(
                    "0.19",
                    "1 - 0.9². Of the mean, 0.9² is still the 0 it began with. The power counts the steps.",
                    right=True,
                ),
                Choice(
                    "0.81",
                    "That is the part which is still the 0. Its rest is what has arrived.",
                ),
                Choice("0.271", "That is for three steps. Two were taken."),
                Choice(
                    "1, as it is",
                    "Then 9.5 would be taken for 50. It began with 0, and has not forgotten that.",
                ),
            ),
        ),
    ),
    "typical-size": (
        Question(
            "A number changes by 6 and then by -8. How large is a typical change, as the root of the mean square?",
            (
                Choice(
                    "-1",
                    "That is the mean. Changes of both signs cancel in it, although both are large.",
                ),
                Choice(
                    "50",
                    "That is the mean square. It is in squared units, and the root is missing.",
                ),
                Choice(
                    "About 7.1",
                    "The root of (36 + 64) / 2. It lies between 6 and 8, as a typical size should.",
                    right=True,
                ),
                Choice(
                    "1",
                    "That is the size of the mean. First each change is squared, then comes the mean.",
                ),
            ),
        ),
    ),
    "safe-at-zero": (
        Question(
            "A table shows hits divided by throws. Some players have not thrown yet, and should get 0. All others must keep their exact number. Which line does it?",
            (
                Choice(
                    "`hits / np.maximum(throws, 1)`",
                    "Only where there are no throws does it change anything: 0 / 1.",
                    right=True,
                ),
                Choice(
                    "`hits / (throws + 1)`",
                    "No division by 0. But now everyone's share is too small.",
                ),
                Choice(
                    "`hits / throws + 1`",
                    "The 1 is added after dividing, so 0 is still divided by 0.",
                ),
                Choice(
                    "`(hits + 1) / (throws + 1)`",
                    "No division by 0. But who has not thrown gets 1, as if every throw had hit.",
                ),
            ),
        ),
    ),
    "from-the-start": (
        Question(
            "100 euro earn each year 10 % of the *first* sum, and nothing on what was earned. How many are there after three years?",
            (
                Choice(
                    "133.10",
                    "That takes 10 % of what is there each year. The rule always goes back to the first 100.",
                ),
                Choice(
                    "110",
                    "That is after one year. The number of years does not occur in it.",
                ),
                Choice(
                    "100.30",
                    "You added 0.1 for each year. It is a share of the 100.",
                ),
                Choice(
                    "130",
                    "100 · (1 + 0.1 · 3). The year counts, and not what the year before has left.",
                    right=True,
                ),
            ),
        ),
    ),
    "fresh": (
        Question(
            "Tea is 80 degrees warmer than the room. Each minute it loses 10 % of what it is warmer *by then*. How much warmer is it after two minutes?",
            (
                Choice(
                    "64.8",
                    "80, then 72, then 64.8. Each step looks at where it is now.",
                    right=True,
                ),
                Choice(
                    "64",
                    "That takes off the same 8 degrees twice. After a minute it is cooler, so it loses less.",
                ),
                Choice(
                    "72",
                    "That is after one minute. The second minute begins there, and not at 80 again.",
                ),
                Choice(
                    "56.8",
                    "That takes off the first loss once more, on top of the second.",
                ),
            ),
        ),
    ),
    "sign-only": (
        Question(
            "Three people say how they like a plan: 0.001, -5 and 0. Each moves a marker by *one* step of 2, up or down. By how much do the markers move?",
            (
                Choice(
                    "`[0.002, -10, 0]`",
                    "Then the loud one would move far and the quiet one hardly. Everyone has one step.",
                ),
                Choice(
                    "`[1, -1, 0]`",
                    "The directions are right. A step is 2 long.",
                ),
                Choice(
                    "`[2, -2, 0]`",
                    "Only the direction counts, and all steps are equally long. Who says 0 stays.",
                    right=True,
                ),
                Choice(
                    "`[2, -2, 2]`", "0 is no direction, so this marker stays."
                ),
            ),
        ),
    ),
    "clip": (
        Question(
            "A volume goes from 0 to 1. It stands at 0.9, and `turn` is 0.3. Which line keeps it on its scale, and changes nothing else?",
            (
                Choice(
                    "`volume + np.clip(turn, 0, 1)`",
                    "That cuts the turn. The sum is 1.2, and it could never be turned down.",
                ),
                Choice(
                    "`np.clip(volume, 0, 1) + turn`",
                    "It was on the scale before. It leaves it afterwards, at 1.2.",
                ),
                Choice(
                    "`np.clip(volume + turn, 0, 1)`",
                    "First turn, then cut what left the scale.",
                    right=True,
                ),
                Choice(
                    "`(volume + turn) / 2`",
                    "It stays on the scale. But with a turn of 0 the volume halves.",
                ),
            ),
        ),
    ),
}

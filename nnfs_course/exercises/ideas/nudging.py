"""A slope is a ratio of two movements, near by, of one number at a time."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "ratio": (
        Question(
            "A tank holds 40 litres at minute 3, and 41 litres half a minute later. How fast is it filling?",
            (
                Choice(
                    "1 litre a minute",
                    "One litre came in half a minute. The movement is not yet the speed.",
                ),
                Choice(
                    "82 litres a minute",
                    "You divided what the tank holds now. What counts is how much it changed.",
                ),
                Choice(
                    "2 litres a minute",
                    "1 litre more, divided by half a minute more: the two movements, one over the other.",
                    right=True,
                ),
                Choice(
                    "Half a litre a minute",
                    "That is time over litres. The movement of the result goes on top.",
                ),
            ),
        ),
    ),
    "both-ways": (
        Question(
            "A road lies at 200 m three kilometres before a village, and at 260 m three kilometres after it. How much does it climb in one kilometre?",
            (
                Choice(
                    "10 m",
                    "It climbs 60 m, and the two places are six kilometres apart.",
                    right=True,
                ),
                Choice(
                    "20 m",
                    "That divides by the way from the middle. The places that you compare are twice as far apart.",
                ),
                Choice(
                    "30 m",
                    "That divides the 60 m by the number of places. What counts is how far apart they are: six kilometres.",
                ),
            ),
        ),
    ),
    "new-minus-old": (
        Question(
            "It was 21 degrees at noon, and 15 degrees three hours later. How fast did the temperature change, in degrees an hour?",
            (
                Choice(
                    "2",
                    "That is old minus new. The sign would say that it gets warmer.",
                ),
                Choice("-6", "That is the whole change. It took three hours."),
                Choice(
                    "-2",
                    "New minus old is -6, in three hours. What falls has a negative slope.",
                    right=True,
                ),
                Choice(
                    "5",
                    "That divides where it ended by the time. Nothing is compared.",
                ),
            ),
        ),
    ),
    "one-at-a-time": (
        Question(
            "`f(a, b) = 2 * a + 5 * b`. Someone moves a and b by 0.1 at the same time, and divides the movement of f by 0.1. What comes out?",
            (
                Choice("2", "Only if b had stayed where it was."),
                Choice(
                    "7",
                    "The sum of both slopes. It cannot be told apart any more: to know one slope, move one number and put it back.",
                    right=True,
                ),
                Choice(
                    "10",
                    "Slopes multiply along one path. Here are two numbers side by side.",
                ),
                Choice(
                    "3.5",
                    "That would be the mean of both slopes. Both movements add up in f.",
                ),
            ),
        ),
    ),
    "rounding": (
        Question(
            "A kitchen scale shows whole grams. How do you learn the weight of one grain of rice?",
            (
                Choice(
                    "Weigh one grain, and take what is shown.",
                    "It shows 0. The grain is smaller than what the scale rounds to.",
                ),
                Choice(
                    "Weigh a full pot with the grain and without it.",
                    "Both show the same. The smaller the difference beside the numbers, the more of it is lost in rounding.",
                ),
                Choice(
                    "Weigh 1000 grains, and divide.",
                    "What is measured is now far above the rounding. A nudge must also be large enough to be seen.",
                    right=True,
                ),
                Choice(
                    "Weigh one grain 1000 times.",
                    "It shows 0 each time, and the mean of zeros is 0.",
                ),
            ),
        ),
    ),
    "near-by": (
        Question(
            "At 8:00 a car stands at a red light. At 12:00 it is 200 km away. What do these two places say of its speed at 8:00?",
            (
                Choice(
                    "Hardly anything.",
                    "In four hours much has changed. A slope at a place is asked near that place.",
                    right=True,
                ),
                Choice(
                    "It was 50 km an hour.",
                    "That is the mean of four hours. At 8:00 it stood still.",
                ),
                Choice(
                    "It was 200 km an hour.",
                    "That is not even divided by the time.",
                ),
            ),
        ),
    ),
    "second-part": (
        Question(
            "Some programs compute with pairs: a value, and how fast it moves. The pair (3, 1) squared is (9, 6). Where is the slope of the square at 3?",
            (
                Choice(
                    "In the first part: 9.",
                    "That is the value. It would be there without any nudge.",
                ),
                Choice(
                    "In the second part: 6.",
                    "What moves is kept apart from the value, so nothing has to be subtracted. The nudge was 1, so 6 is the slope itself.",
                    right=True,
                ),
                Choice(
                    "In both: 9 - 6 is 3.",
                    "Value and movement are different things. Their difference says nothing.",
                ),
                Choice(
                    "In their length: the root of 81 + 36.",
                    "That mixes value and movement. The pair was made to keep them apart.",
                ),
            ),
        ),
        Question(
            "The same pairs: (3, 0.5) squared is (9, 3). The nudge of x is 0.5. What is the slope?",
            (
                Choice(
                    "3",
                    "That is how far the square moved. It moved for a nudge of 0.5.",
                ),
                Choice(
                    "6",
                    "What moved, 3, divided by the nudge, 0.5. The slope does not depend on the nudge.",
                    right=True,
                ),
                Choice(
                    "18",
                    "That is the value divided by the nudge. The value is not what moved.",
                ),
                Choice(
                    "1.5", "You multiplied by the nudge. A slope is a ratio."
                ),
            ),
        ),
    ),
}

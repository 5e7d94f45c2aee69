"""The quiz of chapter 1: slopes, paths, a closed ReLU, a step."""

from nnfs_course.page.question import Choice, Question, which_line
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
)

TITLE = "One neuron"
MINUTES = 95
ABOUT = (
    "What a derivative is, the chain rule, seven gradients by hand and by "
    "machine, one step downhill."
)

PREDICTIONS = (
    PredictChoice(
        name="bias-down",
        text="`z` and `y` are both 6. Now slide the bias `b` down, all the way "
        "to the left. What will `y` do?",
        choices=(
            Choice(
                "It falls all the way, and ends below 0.",
                "So does `z`. But between `z` and `y` stands `relu`. Slide, "
                "and compare the two.",
            ),
            Choice(
                "It falls, comes to 0, and stays there.",
                "`y` follows `z` as long as `z` is positive. Below 0 it "
                "follows no longer. Slide, and see.",
                right=True,
            ),
            Choice(
                "It stays at 6: the bias meets no input.",
                "The bias is multiplied by nothing, but it is added to the "
                "sum. So it moves `z`, and here `y` with it.",
            ),
            Choice(
                "It falls to 0 and then rises again.",
                "That would be so if `relu` turned a negative number into a "
                "positive one. It does something simpler.",
            ),
        ),
    ),
    PredictNumber(
        name="nudge-w2",
        text="`w0` moved up by 0.01, and so did `y`. Now `w2`, which is 2, "
        "moves up by 0.01. It is multiplied by `x2`, which is 3. How far does "
        "`y` move?",
        answer=0.03,
        places=2,
        why="Each bit of `w2` counts as often as its input says: 3 · 0.01.",
        means={
            0.01: "Then `w2` would count once, as `w0` does. But `w0` meets "
            "the input 1, and `w2` meets another one.",
            0.02: "That is 0.01 times `w2` itself. How large `w2` is does not "
            "matter: what it is multiplied with does.",
            3: "That would be for a nudge of 1. Ours is a hundred times "
            "smaller.",
            6.03: "That is where `y` stands after the nudge. We ask how far "
            "it moved.",
            0.06: "That is 0.01 times the whole product. Only the new bit of "
            "`w2` is added, and it meets `x2` alone.",
        },
        other="Compute the product `w2 * x2` before and after the nudge. The "
        "other parts of the sum do not move.",
    ),
    PredictNumber(
        name="one-more-factor",
        text="Put one more wheel behind the neuron: `v = 10 * y`. `w2` moves "
        "`y` 3 times as far as itself. How many times as far does it move `v`?",
        answer=30,
        why="Along a chain local derivatives multiply: 10 · 1 · 1 · 3.",
        means={
            13: "That adds 10 and 3. But `v` moves 10 times as far as `y`, "
            "which has moved 3 times as far: that is a product.",
            10: "That is how far `v` moves for each unit of `y`. But `y` moves "
            "3 units for each unit of `w2`.",
            3: "That is how far `y` moves. The last wheel is missing.",
            60: "That is where `v` stands, 10 times 6. We ask how it moves.",
        },
        other="Move `w2` by 1. How far does `y` move? And how far does `v` "
        "move, if `y` moves that far?",
    ),
    PredictNumber(
        name="own-upstream",
        text="Say that the numbers 1, 2 and 3 arrive at the three products, in "
        "this order. `x2` is 3 and `w2` is 2. What is the gradient of `w2`?",
        answer=9,
        why="Its own upstream gradient, 3, times the other factor, `x2` = 3.",
        means={
            3: "That uses the first upstream gradient, 1, as the notes do. "
            "Product 2 has one of its own.",
            6: "That is 3 times `w2` itself. A product swaps: for `w2` the "
            "other factor counts, `x2`.",
            18: "That adds up all that arrives, 1 + 2 + 3, and multiplies. But "
            "`w2` stands in one product only.",
            2: "That is `w2` itself. Its gradient is made of what arrives, "
            "times the other factor.",
        },
        other="Take the product `x2 * w2` alone. Which of the three numbers "
        "arrives there, and what is the other factor?",
    ),
    PredictNumber(
        name="fork-sum",
        text="`y = 3a + a · a`, and `a` is 2. `a` moves up a tiny bit. How "
        "many times as far does `y` move?",
        answer=7,
        why="Three paths at once: 3 along the first, 2 along each of the "
        "others.",
        means={
            5: "That counts `a · a` once. But `a` is its left factor and its "
            "right one, and both move.",
            12: "That multiplies the three paths. Along a path derivatives "
            "multiply; here three movements happen at the same time.",
            4: "That is the part of `a · a`. The path through `3a` brings "
            "something, too.",
            3: "That is the part of `3a`. The two paths through `a · a` bring "
            "something, too.",
            10: "That is where `y` stands. We ask how it moves.",
        },
        other="Nudge `a` to 2.01 and compute `y` again. It was 10. Or take "
        "each path alone and add up what they bring.",
    ),
    PredictChoice(
        name="overwritten",
        text="What if `sweep` said `=` in place of `+=`? What would `a` end up "
        "with?",
        choices=(
            Choice(
                "The same sum. The sign only saves typing.",
                "With `=` each share takes the place of the one before. Only "
                "`+=` keeps what has arrived already.",
            ),
            Choice(
                "Two of the three shares, 5 in all.",
                "Why just two? Each assignment forgets all that came before "
                "it.",
            ),
            Choice(
                "Only the share that arrives last.",
                "Each path overwrites the one before. What is left is 3 or 2, "
                "and never the sum.",
                right=True,
            ),
            Choice(
                "An error, since `a` has three paths.",
                "Python has no objection, and that is what makes the mistake "
                "so hard to find: no error, only a wrong number.",
            ),
        ),
    ),
    PredictNumber(
        name="one-step",
        text="The weights have the gradients 1, -2 and 3, the bias has 1. Each "
        "moves by 0.001 times its gradient, downhill. How far does `y` fall?",
        answer=0.015,
        places=3,
        why="Each movement, 0.001 times the gradient, counts in `y` with the "
        "same gradient again: 0.001 · (1 + 4 + 9 + 1).",
        means={
            0.003: "That adds up the gradients, 1 - 2 + 3 + 1, times 0.001. But "
            "each of the four movements lowers `y`, and counts with its "
            "gradient.",
            0.007: "That is how far the four numbers move, taken together. How "
            "much each movement counts in `y` is missing.",
            0.001: "That is the learning rate. The four numbers move by more, "
            "or by less, each by its own gradient.",
            0.009: "That is what `w2` alone brings, the strongest. The other "
            "three move as well.",
            15: "That would be for a learning rate of 1. Ours is 0.001.",
        },
        other="Take the numbers one by one: how far does it move, times how "
        "much does that count in `y`? Then add up the four.",
    ),
    PredictNumber(
        name="where-it-ends",
        text="At which step size does `y` arrive at 0, if it goes on falling "
        "like that?",
        answer=0.4,
        places=1,
        why="6 : 15. And then? `y` cannot fall below 0.",
        means={
            2.5: "That is 15 : 6, the wrong way round. 15 is how far `y` falls "
            "for one whole unit, and it has only 6 to fall.",
            6: "That is how far `y` has to fall. For each unit of step it falls "
            "by 15.",
            9: "That is 15 - 6. The two belong to different things: one is a "
            "distance, the other a distance for each unit of step.",
            0.6: "Then `y` would fall by 10 for each unit of step.",
        },
        other="After a step of 1 it would have fallen by 15, after a step of "
        "0.1 by a tenth of that. How far until it has fallen by 6?",
    ),
    PredictEntries(
        name="which-live",
        text="Now `z` is -1. Which of the seven gradients are not 0? Mark "
        "them, or none.",
        matrix=(("x0", "x1", "x2", "w0", "w1", "w2", "b"),),
        answer=(),
        why="All seven chains lead through the gate, and it is closed.",
        means={
            ((0, 6),): "The bias goes into the sum without a product. But from "
            "there it is the same way: through the ReLU.",
            tuple((0, k) for k in range(7)): "That would be so for an open "
            "gate. Here `z` is negative, and a tiny nudge leaves `y` at 0.",
            tuple((0, k) for k in (3, 4, 5, 6)): "These are the numbers that "
            "learning may change. But gradients do not ask what may change, "
            "only what moves `y`.",
            tuple((0, k) for k in (3, 4, 5)): "The weights are what a network "
            "learns. But they move `y` through the ReLU only, as all others "
            "do.",
        },
        other="Nudge one that you marked. `z` moves from -1 a little up or "
        "down. What does `relu` make of that?",
    ),
)

QUESTIONS = (
    Question(
        "The gradient of `y` with respect to `w0` is -3. You raise `w0` by 0.01. What does `y` do?",
        (
            Choice(
                "It falls by 3.",
                "The gradient is a ratio and not a distance. It would fall by 3 for a nudge of 1, if the line went straight on that far.",
            ),
            Choice(
                "It rises by about 0.03.",
                "The size is right. A negative gradient says that `y` goes the other way.",
            ),
            Choice(
                "It falls by about 0.03.",
                "The nudge times the ratio, 0.01 · (-3). About, since the ratio is only true nearby.",
                right=True,
            ),
            Choice(
                "It falls to -3.",
                "That would be a value of `y`. The gradient says nothing about where `y` is, only how it moves.",
            ),
        ),
    ),
    Question(
        "A product is p = x · w, with x = 5 and w = -2. What arrives is the upstream gradient 10. What is the gradient of `w`?",
        (
            Choice(
                "50",
                "A product swaps its factors. The local derivative with respect to `w` is x = 5, times 10.",
                right=True,
            ),
            Choice(
                "-20",
                "That is the gradient of `x`. It is tempting to multiply with the number the gradient belongs to, but a change of `w` is scaled by the other factor.",
            ),
            Choice(
                "5",
                "This is the local derivative alone. What happens after the product is missing: the upstream gradient.",
            ),
            Choice(
                "10",
                "A sum would hand the gradient on like this. A product multiplies it with the other factor.",
            ),
        ),
    ),
    Question(
        "A number `x` is used three times: y = x · x + 5 · x. What is the gradient of `x` at x = 3?",
        (
            Choice(
                "11",
                "3 from the left factor, 3 from the right one, 5 from the other term. Where paths part, gradients add.",
                right=True,
            ),
            Choice(
                "8",
                "It counts the product once: 3 + 5. But `x` enters the product as its left and as its right factor.",
            ),
            Choice(
                "5",
                "The last path to report has overwritten the others. This is `=` in place of `+=`, the classic bug of this rule.",
            ),
            Choice(
                "45",
                "Paths that part and meet again add. Derivatives multiply along one path, and not between paths.",
            ),
        ),
    ),
    Question(
        "A neuron's sum is z = -0.5, and ReLU follows. The weights should be trained. What is the gradient of each weight?",
        (
            Choice(
                "-0.5 times its input",
                "This uses the value of `z` as if it were the derivative. ReLU's derivative is 0 or 1, and nothing in between.",
            ),
            Choice(
                "its input, with the sign turned",
                "A negative `z` turns no sign: ReLU does not mirror what is below 0, it cuts it off.",
            ),
            Choice(
                "its input, as if there were no ReLU",
                "So it is for z above 0. Below, a small nudge of a weight changes `z`, but the output stays 0.",
            ),
            Choice(
                "0",
                "The output stays 0 for every small nudge. For this sample the neuron learns nothing.",
                right=True,
            ),
        ),
    ),
    which_line(
        "This should be one step downhill for w in y = relu(x * w + b). The upstream gradient is 1. Which line is wrong?",
        Choice(
            "z = x * w + b",
            "It is right, and `z` is kept: ReLU's derivative needs it.",
        ),
        Choice(
            "dz = 1.0 if z > 0 else 0.0",
            "It is right: open above 0, closed elsewhere, times the upstream gradient 1.",
        ),
        Choice(
            "dw = dz * w",
            "The product swaps its factors: the derivative with respect to `w` is `x`. With x equal to w nobody would notice.",
            right=True,
        ),
        Choice(
            "w = w - 0.001 * dw",
            "It is right: against the gradient, so minus, and only a little.",
        ),
    ),
    Question(
        "You step against the gradient, and the output rises. The gradient is right. How can that be?",
        (
            Choice(
                "It cannot be. Against the gradient is always down.",
                "It is down at the start of the step. Nothing promises that it still is at the end.",
            ),
            Choice(
                "The step was too long: the gradient is only true nearby.",
                "The step went through the valley and up on the other side. A shorter one goes down.",
                right=True,
            ),
            Choice(
                "The gradient of the output must be subtracted, not those of the weights.",
                "The output is not ours to set. It follows from the weights, and these are what we move.",
            ),
            Choice(
                "One of the weights has a negative gradient.",
                "Then this weight is raised, and the output falls all the same. Signs take care of themselves.",
            ),
        ),
    ),
)

"""Arrays: which kinds of rows and columns meet, and which sum runs where."""

from nnfs_course.page.question import Choice, Question

IDEAS = {
    "transpose": (
        Question(
            "`bought` has a row for each customer and a column for each product. `prices` has a row for each shop and a column for each product. You want a table with a row for each customer and a column for each shop: what the customer would pay there.",
            (
                Choice(
                    "`bought @ prices`",
                    "This lets products meet shops. It runs only if there are as many of both, and then it is wrong without a word.",
                ),
                Choice(
                    "`prices @ bought.T`",
                    "The sums are right, and the table lies on its side: a row for each shop.",
                ),
                Choice(
                    "`bought * prices`",
                    "Nothing is added up. A customer pays for all products together.",
                ),
                Choice(
                    "`bought @ prices.T`",
                    "Products meet products, and disappear in the sum. Customers and shops are left, in this order.",
                    right=True,
                ),
            ),
        ),
        Question(
            "In another book a sample is a *column*. `X` has a row for each input, and `Y = W @ X` has a row for each neuron. G is the gradient of Y, and has its shape. What is the gradient of W?",
            (
                Choice(
                    "`X.T @ G`",
                    "That is for samples in rows. Here it would let inputs meet neurons.",
                ),
                Choice(
                    "`G @ X.T`",
                    "Samples meet samples, and disappear in the sum. A row for each neuron and a column for each input are left: the shape of W.",
                    right=True,
                ),
                Choice(
                    "`X @ G.T`",
                    "The sums are right. But it has a row for each input, and W has a row for each neuron.",
                ),
                Choice("`G @ X`", "This lets samples meet inputs."),
            ),
        ),
    ),
    "sum-of-products": (
        Question(
            "You buy 3 kg of apples for 2 euro a kilo, and 1 kg of cherries for 10 euro a kilo. What do you pay?",
            (
                Choice(
                    "48 euro",
                    "You added the kilos and the prices first, and multiplied then. So the apples have cost as much as cherries, too.",
                ),
                Choice(
                    "16 euro",
                    "Each kind has its own product, and these are added: 6 + 10.",
                    right=True,
                ),
                Choice(
                    "10 euro",
                    "Only the last kind is left. Both are in the bag.",
                ),
                Choice(
                    "8 euro", "That is the mean of the two. You pay for both."
                ),
            ),
        ),
    ),
    "sum-over-batch": (
        Question(
            "A layer multiplies every sample by the same number g. The 1/N of the loss is in the gradients that arrive. From three samples g gets 2, -1 and 4. What is the gradient of g?",
            (
                Choice(
                    "5",
                    "One nudge of g moves all samples, so what they say adds up. The 1/N is in it already.",
                    right=True,
                ),
                Choice(
                    "About 1.67",
                    "That is their mean. It divides by N a second time.",
                ),
                Choice(
                    "4",
                    "That is the last sample alone. g moves the other two as well.",
                ),
                Choice(
                    "`[2, -1, 4]`",
                    "g is one number, and a gradient has the shape of what it belongs to.",
                ),
            ),
        ),
    ),
    "axis": (
        Question(
            "`degrees` has a row for each of 7 days and a column for each of 24 hours. You want the highest of each day.",
            (
                Choice(
                    "`degrees.max()`", "That is one number for the whole week."
                ),
                Choice(
                    "`degrees.max(axis=0)`",
                    "The axis that is named disappears: here the days. It gives 24 numbers, one for each hour.",
                ),
                Choice(
                    "`degrees.max(axis=1)`",
                    "The hours disappear, and a number for each day is left.",
                    right=True,
                ),
            ),
        ),
        Question(
            "`marks` has a row for each of 20 pupils and a column for each of 6 tests. What shape has `marks.sum(axis=0)`, and what is in it?",
            (
                Choice(
                    "(20,), a sum for each pupil",
                    "That is `axis=1`: the tests disappear.",
                ),
                Choice(
                    "(6,), a sum for each test",
                    "Axis 0 runs down the pupils, and they disappear in the sum.",
                    right=True,
                ),
                Choice(
                    "(1,), a sum of all",
                    "Without an axis everything is added up. With one, only that axis is.",
                ),
            ),
        ),
    ),
    "keepdims": (
        Question(
            "`t` is a table of shape (3, 3). What does `t - t.mean(axis=1)` subtract from the entry in row 0, column 2?",
            (
                Choice(
                    "The mean of row 2",
                    "The three means lie flat, so mean 2 stands over column 2. With `keepdims=True` each would stay beside its row.",
                    right=True,
                ),
                Choice(
                    "The mean of row 0",
                    "That is what one wants. But the means lie flat, and NumPy lines a flat array up with the columns.",
                ),
                Choice(
                    "The mean of column 2",
                    "`axis=1` takes means of rows. They only end up over the wrong place.",
                ),
                Choice(
                    "Nothing: an error is raised",
                    "With three rows and three columns the shapes fit. That is why nobody notices.",
                ),
            ),
        ),
    ),
    "outer": (
        Question(
            "`prices` holds 4 numbers and `amounts` holds 3. You want the table of all 12 products, with a row for each price.",
            (
                Choice(
                    "`prices[:, None] * amounts`",
                    "A column of 4 meets a row of 3, each with each.",
                    right=True,
                ),
                Choice(
                    "`prices @ amounts`",
                    "A row meets a column and becomes one number. Here 4 numbers meet 3, and it stops.",
                ),
                Choice(
                    "`prices * amounts`", "Entry by entry, and 4 do not fit 3."
                ),
                Choice(
                    "`amounts[:, None] * prices`",
                    "All 12 products are there, with a row for each *amount*.",
                ),
            ),
        ),
    ),
    "samples-apart": (
        Question(
            "A function should treat each sample, each row, on its own. You change row 3 of its input. What must happen to its output?",
            (
                Choice(
                    "Only row 3 changes.",
                    "Samples know nothing of each other. A sum or a maximum over the whole batch would give itself away here.",
                    right=True,
                ),
                Choice(
                    "All rows change.",
                    "Then something is shared: one maximum, one sum, one matrix for all.",
                ),
                Choice(
                    "Only column 3 changes.",
                    "A column holds one number of *every* sample.",
                ),
            ),
        ),
    ),
    "dtype": (
        Question(
            "`a = np.array([1, 2, 3])`, and then `a[0] = 0.9`. What is `a[0]` now?",
            (
                Choice(
                    "0.9",
                    "It would be, if the array had been made of floats. This one was made of whole numbers, and stays so.",
                ),
                Choice(
                    "1",
                    "NumPy does not round here. It cuts off what is behind the point.",
                ),
                Choice(
                    "0",
                    "An array keeps its type. What is put into whole numbers loses its decimals, without a word.",
                    right=True,
                ),
            ),
        ),
    ),
    "boolean-index": (
        Question(
            "`t` has shape (2, 3), and 4 of its entries are above 0. What shape has `t[t > 0]`?",
            (
                Choice(
                    "(4,)",
                    "Only the chosen entries are left, in one row. Their places are lost.",
                    right=True,
                ),
                Choice(
                    "(2, 3), with zeros in it",
                    "That is what `np.where(t > 0, t, 0)` gives: it keeps every place.",
                ),
                Choice(
                    "(2, 2)",
                    "There need not be equally many in each row, so there are no rows any more.",
                ),
            ),
        ),
    ),
    "result-order": (
        Question(
            "`ends(x)` returns `x.min(), x.max()`. Someone writes `high, low = ends(x)`. For x with the numbers 3 and 9, what is `high - low`?",
            (
                Choice(
                    "6",
                    "The names suggest it. But Python goes by the order alone, and the first thing that comes back is the minimum.",
                ),
                Choice(
                    "-6",
                    "`high` holds 3 and `low` holds 9. Names mean nothing to what is returned, only the order does.",
                    right=True,
                ),
                Choice(
                    "An error is raised",
                    "Two things come and two names are there. Python has no reason to complain.",
                ),
            ),
        ),
    ),
    "alias": (
        Question(
            "`a` is an array of zeros. `b = a`, and then `b += 1`. What is in `a`?",
            (
                Choice(
                    "Zeros",
                    "`b = a` makes no copy. Both names mean the same array.",
                ),
                Choice(
                    "Ones",
                    "There is one array with two names, and `+=` changes it in place. `b = b + 1` would make a new one.",
                    right=True,
                ),
                Choice(
                    "Nothing, it has moved to `b`",
                    "Both names stay, and both mean the same array.",
                ),
            ),
        ),
    ),
}

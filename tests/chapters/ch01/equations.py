"""The labelled equations of chapter 1, each side computed."""

from tests.oracles.equations import RNG, equal, equation, slope


@equation(
    "eq-product",
    r"\frac{\partial (x w)}{\partial x} = w, \qquad "
    r"\frac{\partial (x w)}{\partial w} = x",
)
def product():
    x, w = RNG.normal(size=2)
    equal(slope(lambda x: x * w, x), w)
    equal(slope(lambda w: x * w, w), x)


@equation(
    "eq-sum",
    r"\frac{\partial (a + b)}{\partial a} = 1, \qquad "
    r"\frac{\partial (a + b)}{\partial b} = 1",
)
def addition():
    a, b = RNG.normal(size=2)
    equal(slope(lambda a: a + b, a), 1)
    equal(slope(lambda b: a + b, b), 1)


@equation(
    "eq-relu",
    r"\frac{d\,\mathrm{relu}(z)}{dz} = \begin{cases} 1 & \text{if } z > 0 \\ "
    r"0 & \text{if } z \le 0 \end{cases}",
)
def relu():
    def right_side(z):
        return 1.0 if z > 0 else 0.0

    for z in [*RNG.normal(size=20), 1e-3, -1e-3]:
        equal(slope(lambda z: max(z, 0.0), z), right_side(z))
    # At 0 both 0 and 1 are slopes of one side. The book picks 0.
    assert right_side(0.0) == 0.0


@equation(
    "eq-chain",
    r"\frac{\partial y}{\partial w_2} = \frac{\partial y}{\partial z} \cdot "
    r"\frac{\partial z}{\partial p} \cdot \frac{\partial p}{\partial w_2}",
)
def chain():
    x, w, rest = 1.7, 2.3, -0.4
    product, z = x * w, x * w + rest
    equal(
        slope(lambda w: max(x * w + rest, 0.0), w),
        slope(lambda z: max(z, 0.0), z)
        * slope(lambda p: p + rest, product)
        * slope(lambda w: x * w, w),
    )


@equation(
    "eq-fork",
    r"\frac{\partial y}{\partial a} = \sum_{\text{paths}} "
    r"\text{(local derivatives, multiplied)}",
)
def fork():
    for a in RNG.normal(size=5):
        paths = [3, a, a]  # through 3a, and through a * a by each factor
        equal(slope(lambda a: 3 * a + a * a, a), sum(paths))

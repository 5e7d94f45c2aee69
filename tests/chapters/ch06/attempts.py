"""Attempts at the exercises of chapter 6."""

from nnfs_course import SGD, Adam


def in_place_on_a_copy(gradient_of, w, rate, epochs):
    w = w.copy()
    for _ in range(epochs):
        w -= rate * gradient_of(w)
    return w


def package_momentum(w, velocity, gradient, rate, momentum):
    sgd = SGD(rate, momentum=momentum)
    sgd.velocity, sgd.steps = {"w": velocity}, 1
    moved = sgd.step({"w": w}, {"w": gradient})
    return moved["w"], sgd.velocity["w"]


def package_adam(w, m, v, gradient, t, rate, beta_1, beta_2, epsilon):
    adam = Adam(rate, beta_1=beta_1, beta_2=beta_2, epsilon=epsilon)
    adam.m, adam.v, adam.steps = {"w": m}, {"w": v}, t - 1
    moved = adam.step({"w": w}, {"w": gradient})
    return moved["w"], adam.m["w"], adam.v["w"]


RIGHT = {
    "momentum-step": [
        lambda w, v, g, rate, momentum: (
            w + momentum * v - rate * g,
            momentum * v - rate * g,
        ),
        package_momentum,
    ],
    "decayed-rates": [
        lambda rate, decay, steps: [
            rate / (1 + decay * k) for k in range(steps)
        ]
    ],
    "adam-step": [package_adam],
    "training-loop": [in_place_on_a_copy],
}

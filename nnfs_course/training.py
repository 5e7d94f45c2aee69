"""Training: forward, backward, one step downhill, again (chapter 6)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import settings, shapes
from nnfs_course.checks.named_arrays import all_finite
from nnfs_course.checks.numbers import shown
from nnfs_course.checks.targets import as_class_indices
from nnfs_course.history import History
from nnfs_course.network import Network


def train(
    network,
    inputs,
    targets,
    *,
    optimizer,
    epochs,
    batch_size=None,
    rng=None,
    progress=True,
    held_out=None,
    watch=None,
) -> History:
    """Train a network, and tell how it went.

    Parameters
    ----------
    network : Network
        Its parameters are replaced, step by step.
    inputs, targets : array (N, I), array (N,) or (N, C)
        The training data.
    optimizer : SGD or Adam
        Anything with `rate` and `step(parameters, gradients)`.
    epochs : int
        How often each sample is seen.
    batch_size : int, optional
        Samples in each step, in a new random order each epoch; the last batch
        may be smaller. Without it, each step sees all samples.
    rng : numpy.random.Generator or int, optional
        Where the random orders come from. Needed with batch_size only.
    progress : bool
        Whether to show a progress bar on stderr while it runs. With the
        environment variable TQDM_DISABLE=1, as the book sets it, there is
        none.
    held_out : (inputs, targets), optional
        Samples to measure the accuracy on that are not trained on.
    watch : callable, optional
        Called after each epoch as `watch(epoch, network)`.

    Returns
    -------
    History
        Also after an interrupt (Ctrl-C, or the stop button): then it holds
        the epochs so far, and network and optimizer are at the end of the
        last whole step.

    Raises
    ------
    ValueError
        Before the first step, if data or settings do not fit.
    RuntimeError
        If a NaN or an infinity turns up. It says where. The network and the
        optimizer are back at the last parameters whose loss and gradients
        were finite, and the error's `history` has the epochs so far.
    """
    _checked_parts(network, optimizer, watch)
    inputs, targets = _checked_data(network, inputs, targets)
    epochs = settings.whole_number("epochs", epochs)
    if batch_size is not None:
        batch_size = settings.whole_number("batch_size", batch_size)
        rng = settings.generator(rng)
    if held_out is not None:
        held_out = _checked_held_out(network, held_out)
    history = History(
        gradient_norms={name: [] for name in _first(network.parameters)}
    )
    whole = finite = _pair(network, optimizer)
    try:
        for epoch in _bar(range(1, epochs + 1), progress):
            rate, total = optimizer.rate, 0
            batches = _batches(len(inputs), batch_size, rng)
            try:
                for number, batch in enumerate(batches, start=1):
                    place = f"epoch {epoch}, batch {number}"
                    x, y = inputs[batch], targets[batch]
                    measured, gradients = _measured(network, x, y)
                    total = total + len(x) * measured
                    finite = _pair(network, optimizer)
                    moved = optimizer.step(finite[0], gradients)
                    network.parameters = moved
                    whole = moved, vars(optimizer).copy()
                means = total / len(inputs)
                _add(history, epoch, rate, means, network, held_out)
            except shapes.NotFinite as error:
                _restore(network, optimizer, finite)
                raise _diverged(error, place, optimizer, history) from error
            if watch:
                watch(epoch, network)
                whole = _pair(network, optimizer)
    except KeyboardInterrupt:
        _restore(network, optimizer, whole)
        history.keep_whole_epochs()
        history.stopped = "interrupted"
    return history


@np.errstate(over="ignore", invalid="ignore")
def _measured(network, inputs, targets):
    """Loss, accuracy and gradient norms, as an array; and all gradients."""
    loss = network.forward(inputs, targets)
    shapes.all_finite("loss", np.float64(loss))
    network.backward()
    gradients = network.gradients
    in_order = dict(reversed(gradients.items()))  # in which they were made
    all_finite("gradients", in_order)
    right = network.last_outputs.argmax(axis=1) == targets
    norms = [np.linalg.norm(gradients[n]) for n in _first(gradients).values()]
    return np.array([loss, right.mean(), *norms]), gradients


@np.errstate(over="ignore", invalid="ignore")
def _add(history, epoch, rate, means, network, held_out):
    """One finished epoch for the history; its number comes last."""
    if held_out is not None:
        history.held_out_accuracy.append(network.accuracy(*held_out))
    loss, accuracy, *norms = means.tolist()
    history.rate.append(rate)
    history.loss.append(loss)
    history.accuracy.append(accuracy)
    for name, norm in zip(history.gradient_norms, norms, strict=True):
        history.gradient_norms[name].append(norm)
    history.epochs.append(epoch)


def _first(parameters):
    """For each layer that trains: the name of its first parameter."""
    first = {}
    for name in parameters:
        first.setdefault(name.split(".")[0], name)
    return first


def _pair(network, optimizer):
    """What a step replaces. An optimizer changes no array in place."""
    return network.parameters, vars(optimizer).copy()


def _restore(network, optimizer, pair):
    """Both as they were: a step is done whole, or not at all."""
    network.parameters, remembered = pair
    vars(optimizer).clear()
    vars(optimizer).update(remembered)


def _diverged(error, place, optimizer, history) -> RuntimeError:
    told = RuntimeError(
        f"Training stopped in {place}: {error} The network is back at its last "
        f"good parameters. The learning rate, {optimizer.rate:g}, may be too "
        "large: try a tenth of it. Or are the inputs very large numbers? Scale "
        "them to about 1."
    )
    history.stopped = "diverged"
    told.history = history
    return told


def _batches(samples, batch_size, rng):
    """What to index with for each batch of an epoch: each sample once."""
    if batch_size is None:
        return [slice(None)]
    order = rng.permutation(samples)
    return [
        order[start : start + batch_size]
        for start in range(0, samples, batch_size)
    ]


def _bar(epochs, progress):
    if not progress:
        return epochs
    from tqdm import tqdm

    return tqdm(epochs, unit="epoch", leave=False)


def _checked_parts(network, optimizer, watch):
    if not isinstance(network, Network):
        raise ValueError(f"train needs a Network, but got {shown(network)}.")
    if isinstance(optimizer, type) or not hasattr(optimizer, "step"):
        raise ValueError(
            "optimizer must be an optimizer, like Adam(0.02), but got "
            f"{shown(optimizer)}."
        )
    if not hasattr(optimizer, "__dict__"):
        raise ValueError(
            "The optimizer has __slots__. After an interrupt it is put back "
            "as it was, and its __dict__ is needed for that."
        )
    if watch is not None and not callable(watch):
        raise ValueError(
            "watch must be a function of epoch and network, but got "
            f"{shown(watch)}."
        )


def _checked_data(network, inputs, targets, name="inputs"):
    inputs = shapes.as_batch(name, inputs)
    cause = "Fill in or drop what is missing before training."
    shapes.all_finite(name, inputs, cause)
    classes = network.outputs(inputs).shape[1]
    return inputs, as_class_indices(targets, len(inputs), classes)


def _checked_held_out(network, held_out):
    if not isinstance(held_out, tuple) or len(held_out) != 2:
        raise ValueError(
            "held_out must be a pair, (inputs, targets), but got a "
            f"{type(held_out).__name__}."
        )
    return _checked_data(network, *held_out, name="held_out inputs")

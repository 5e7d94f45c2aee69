"""What predictions ask for, computed: a file for each chapter."""

COMPUTED = {}


def prediction(name: str):
    """The function computes the answer of this prediction."""

    def register(compute):
        assert name not in COMPUTED, f"{name} is computed twice"
        COMPUTED[name] = compute
        return compute

    return register

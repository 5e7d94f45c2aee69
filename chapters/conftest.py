"""For pytest on one chapter alone, where tests/conftest.py is not read."""

import os

os.environ["TQDM_DISABLE"] = "1"  # no progress bars inside of notebooks

"""Not in the page; a cell that only imports it still runs."""

from in_page.limits import NotInThePage


class MLPClassifier:
    def __init__(self, *args, **kwargs):
        raise NotInThePage(
            "This comparison needs scikit-learn, which is too large for a "
            "page. What it printed is stored in the book; to run it yourself, "
            "open the notebook in Jupyter."
        )

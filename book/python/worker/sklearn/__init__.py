"""A stand-in: the digits and their split, as the real scikit-learn gives them.

The real one and what it needs are 34 MB. The rest of it is not in the page,
and says so when it is used.
"""

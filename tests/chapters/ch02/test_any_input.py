"""What is said of what learners hand in, by the exercises of chapter 2."""

from nnfs_course.exercises import check


def test_relu_s_mask_in_place_is_named():
    def attempt(inputs, dvalues):
        dvalues[inputs <= 0] = 0
        return dvalues

    feedback = check("relu-mask", attempt)
    assert feedback.mistake == "changes-its-argument"
    assert "`dvalues`" in repr(feedback)


def test_an_error_names_the_shapes_and_the_line():
    feedback = check("dense-dweights", lambda x, d: (x + d) @ d)
    text = " ".join(feedback.paragraphs)
    assert "ValueError" in text
    assert "`inputs` of shape (4, 2), `dvalues` of shape (4, 3)" in text

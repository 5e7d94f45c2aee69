"""What puts the package on a page: plots, source, notes, questions, widgets."""

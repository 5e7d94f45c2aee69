"""What puts the package on a page: plots, source code, notes, questions."""

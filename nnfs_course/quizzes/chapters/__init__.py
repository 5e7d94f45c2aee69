"""One file for each chapter: its title and its questions."""

"""One file for each chapter: its exercises, and the mistakes people make."""

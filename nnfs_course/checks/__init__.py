"""What is refused at the door, and how it is said; and arrays in a file."""

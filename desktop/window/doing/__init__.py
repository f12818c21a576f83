"""What the commands do: each method is a command of its name."""

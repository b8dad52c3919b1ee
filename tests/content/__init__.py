"""Official content: complete, correct and well written in every language."""

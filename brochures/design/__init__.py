"""What the folder ``styles/`` says to Python: tokens, formats, copyfit ladders, inks."""

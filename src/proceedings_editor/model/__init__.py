"""What a collection of conference proceedings is: frozen values, no input or output."""

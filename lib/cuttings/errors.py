"""The error for a wrong call: one sentence that says what was given and what there is."""


class InputError(ValueError):
    """What was asked for cannot be done with what was given; the command prints it and ends with code 2."""

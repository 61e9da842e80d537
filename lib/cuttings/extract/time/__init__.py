"""Time: the expressions of time in a text, the days that they mean, and the range of days of its publication."""

"""Polls: the reports of polls in an article, their figures, and what is told of each poll."""

"""Checks of reported polls, each a question that a fact-checker asks, and what a report discloses."""

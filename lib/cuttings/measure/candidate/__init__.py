"""Candidates: phrases of a story's articles that may be different names of one thing."""

"""Parallel sentences: what outlets write in their own voice about the same fact."""

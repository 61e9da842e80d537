"""Names: runs of capitals, the names in them, what they name, and the people whom titles and offices stand for."""

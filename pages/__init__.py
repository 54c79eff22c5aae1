"""The pages: each one a question, and the figures that answer it."""

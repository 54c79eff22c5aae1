"""Figures: a small frame in, a titled chart out, without a screen."""

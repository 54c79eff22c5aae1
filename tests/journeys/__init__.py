"""Journeys of a reader through the dashboard, in a real browser."""

"""What a figure counts: functions of a `Corpus` and the `Filters`, without a screen."""

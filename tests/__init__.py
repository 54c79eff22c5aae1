"""The tests: a tree that mirrors the program's, and the guards that hold it up."""

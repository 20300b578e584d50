"""The command line: the window's work through the same core calls, for scripts, scheduled tasks and tests.

Of Qt it imports QtCore only, for the words: it needs no screen.
"""

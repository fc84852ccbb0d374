"""Councilwatch: codes of conduct on Security Council action, as a sourced, testable record."""

__version__ = "0.2.0"

METHOD_VERSION = "1"
"""Version of the rules that turn facts into findings; it moves when a finding may move."""

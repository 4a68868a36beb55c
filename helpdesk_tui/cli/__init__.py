"""The command line: arguments in; text, JSON or an export out; exit codes."""

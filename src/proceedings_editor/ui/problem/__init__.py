"""The list of problems: grouped, filtered, explained, mended, set aside."""

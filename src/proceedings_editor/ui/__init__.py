"""The window: the only place that knows Qt. Panels hold a session, never the window or each other."""

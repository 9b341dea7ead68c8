"""HTML that other programs put on the clipboard -> blocks. Nothing in it is trusted or fetched."""

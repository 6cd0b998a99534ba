"""Text, Markdown, HTML: what leaves the app. One file each, no Qt."""

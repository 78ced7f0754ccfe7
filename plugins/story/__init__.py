"""Stories: Markdown to HTML, bounded and safe."""

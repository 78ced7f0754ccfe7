"""What several tests share: builders, golden pages, a browser, a static host."""

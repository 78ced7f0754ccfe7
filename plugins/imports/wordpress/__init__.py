"""An export of WordPress (WXR): its posts and pages as drafts, with its media from a folder."""

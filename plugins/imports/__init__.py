"""What is written elsewhere (Word, WordPress), brought into the diary as drafts. What does not come along is told."""

"""What the timeline's templates see: every text ready to show."""

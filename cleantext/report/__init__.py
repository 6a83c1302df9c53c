"""What was changed, in the forms that people and tools read: diff, JSON, GitHub annotations, SARIF, counts by rule."""

"""What the service does beside taking comments in: tell moderators, write the archive, ask for a rebuild.

No reader waits for it, and nothing that fails here loses a comment. How far each job has come stands in the
database, so that a restart forgets none.
"""

"""Photographs: what a post shows of them, rendered anew from their pixels, and nothing else."""

"""Photographs: what a post shows of them, developed anew from their pixels, and nothing else."""

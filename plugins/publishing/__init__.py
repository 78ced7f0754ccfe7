"""From a built folder to a site that readers find: the last look at every byte, and the ways out."""

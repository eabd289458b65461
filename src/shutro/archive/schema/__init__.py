"""The tables as they are created: steps that lead from one version of an archive to the next."""

"""The pages of cohorts, of agreements, of corrections, and of how the network grew."""

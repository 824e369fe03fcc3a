"""The pages of the desk in the back office, and their forms."""

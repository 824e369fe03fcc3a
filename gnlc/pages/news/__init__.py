"""The pages of news, events and campaigns."""

"""The recording desk: from a published list, word by word, to the admissions of a round."""

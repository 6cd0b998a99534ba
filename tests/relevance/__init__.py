"""What coders type, with the codes that they mean; written before the search was tuned."""

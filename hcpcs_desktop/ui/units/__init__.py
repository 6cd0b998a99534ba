"""Units and waste, body surface area and NDC: the coder's tools for drugs."""

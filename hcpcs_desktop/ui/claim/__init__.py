"""Window for checking claims: lines, findings, and what was not checked."""

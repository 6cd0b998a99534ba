"""The seeds: their schema, and the facts that they must hold."""

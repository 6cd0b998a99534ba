"""The user's own data: ticks, recent codes and settings, in one small SQLite file."""

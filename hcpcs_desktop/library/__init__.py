"""The reference library: one read-only SQLite file built from the seeds and CMS's files."""

"""CMS's NCCI edits of a code: how many units are believed, which codes exclude each other."""

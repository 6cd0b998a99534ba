"""Rows that are typed into like a spreadsheet."""

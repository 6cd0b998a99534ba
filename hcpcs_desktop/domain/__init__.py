"""What is true of HCPCS: plain dataclasses and functions. No file, no SQL, no Qt."""

"""Pages on what stands on a remittance, and on places of service."""

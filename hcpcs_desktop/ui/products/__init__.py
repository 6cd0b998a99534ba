"""The tab Products & price: what Medicare pays, and the packages that are sold."""

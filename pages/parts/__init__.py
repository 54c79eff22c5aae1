"""What the pages share: opening one, the filters, showing figures and tables."""

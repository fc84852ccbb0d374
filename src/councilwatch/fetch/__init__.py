"""The back door: one folder per outside source, with its corrections and expectations."""

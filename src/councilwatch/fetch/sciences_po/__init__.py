"""Sciences Po, "UNSC votes since 1946 Database": its reader, corrections and expectations."""

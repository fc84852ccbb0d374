"""The UN Library's voting data of the Security Council: reader, corrections and expectations."""

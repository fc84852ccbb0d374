"""The UN Peace and Security Data Hub, "Security Council Vetoes" (DPPA-SCVETOES)."""

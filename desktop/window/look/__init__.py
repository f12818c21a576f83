"""How everything looks: themes, type, style sheet."""

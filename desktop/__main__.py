"""`python -m desktop` is the command `twice-told`."""

from desktop.main import main

raise SystemExit(main())

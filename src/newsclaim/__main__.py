"""`python -m newsclaim` is the command line."""

from newsclaim.cli import main

main()

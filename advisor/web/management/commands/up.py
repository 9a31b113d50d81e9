"""Name `up` among Django's commands; manage.py goes to it directly, without loading Django."""

from django.core.management.base import BaseCommand

from advisor.web import up


class Command(BaseCommand):
    """Hand the words on."""

    help = "Start Quliu: database, Redis, web server, worker and scheduler, until Ctrl-C."

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as manage.py does."""
        up.main(argv[2:])

    def print_help(self, prog_name: str, subcommand: str) -> None:
        """Show the words that it takes."""
        up.main(["--help"])

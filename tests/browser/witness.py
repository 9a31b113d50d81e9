"""What goes wrong in a browser without the visitor seeing it."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  reportViolation(`${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`));
"""
OWN_SCHEMES = {"data", "blob", "about"}
# An answer of 4xx is also a console error. A page or fragment may answer so; its parts may not.
NOTED_BY_ANSWER = "Failed to load resource"
MAY_REFUSE = {"document", "fetch", "xhr"}


class Witness:
    """Collects the troubles of all pages of a browser context, in the order they came."""

    def __init__(self, server: str) -> None:
        self._host = urlsplit(server).netloc
        self.troubles: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        """Begin to listen."""
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.troubles.append(f"script error: {error.error}"))
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.expose_binding("reportViolation", self._violated)
        context.add_init_script(REPORT_VIOLATIONS)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(NOTED_BY_ANSWER):
            self.troubles.append(f"console error: {message.text}")

    def _violated(self, source: object, violation: str) -> None:
        self.troubles.append(f"content security policy: {violation}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in OWN_SCHEMES and address.netloc != self._host:
            self.troubles.append(f"request to another host: {request.url}")

    def _answered(self, response: Response) -> None:
        highest = 499 if response.request.resource_type in MAY_REFUSE else 399
        if response.status > highest:
            self.troubles.append(f"answer {response.status}: {response.url}")

"""Run in a fresh process: ask for a page of every kind, then say what was imported meanwhile.

With a folder as argument each page is kept there as it was sent, one of every kind.

Prints a JSON object with the routes that no page led to and the modules of the process.
"""

import json
import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from advisor.wsgi import application

ASKED = {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"}
LINK = re.compile(r'\s(href|hx-get|action|hx-post)="(/[^"#]*)')
API = "/api/v1/"
FOR_STAFF = "admin/"
ENDS_THE_VISIT = ("/accounts/logout/", "/account/data/delete/")
# Steps of allauth that follow on a letter, a code or a second factor; allauth.urls has them.
FOLLOW_ON_A_SECRET = re.compile(
    r"saved/unsubscribe/|accounts/(?!login/$|signup/$|email/$|sessions/$|2fa/$)"
)


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every route of the product in the default language."""
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def has_to_be_visited(route: str) -> bool:
    """Whether pages must lead to it."""
    return not route.startswith(FOR_STAFF) and not FOLLOW_ON_A_SECRET.match(route)


def visit() -> set[str]:
    """The routes that pages led to, from the first page and from a result on."""
    client, member = (Client(headers={"host": "localhost"}) for _ in range(2))
    member.force_login(get_user_model().objects.create_user("visitor"))
    for path in ("/healthz", "/en/", "/admin/login/", "/absent/"):
        assert client.get(path).status_code < 500
    alone = [client.get(path) for path in ("/robots.txt", "/sitemap.xml")]  # for search engines
    visited = {(route, "") for route in ask_the_api(client)}
    visited |= {(one.resolver_match.route, "") for one in alone if one.status_code == 200}
    for browser in (member, client):
        result = browser.post("/check/", ASKED)
        assert result.status_code == 302, result.content.decode()
        if browser is member:
            follow(member, save(member, result.headers["Location"]), visited)
        follow(browser, [result.headers["Location"], f"{API}docs", "/"], visited)
    follow(client, ["/accounts/login/"], visited)
    return {route for route, _ in visited}


def save(member: Client, draft: str) -> list[str]:
    """Keep the household, save twice, delete one of the two, share the other: where that leads."""
    deleted, kept = (member.post(f"{draft}save/").headers["Location"] for _ in range(2))
    member.post(f"{deleted}delete/")
    member.post("/household/keep/")
    member.post(f"{kept}1/share/", {"days": "7", "shows": "ratios"})
    return [kept, f"{draft}save/", "/saved/?show=deleted"]


def follow(client: Client, paths: list[str], visited: set[tuple[str, str]]) -> None:
    """Go wherever these pages lead, once to a page of each kind."""
    ahead = [("href", path) for path in paths]
    while ahead:
        ahead.sort(key=changes_something, reverse=True)  # what a page shows before what it changes
        kind, path = ahead.pop()
        page = kind_of_page(path)
        if page is None or page in visited or ends_the_visit((kind, path)):
            continue
        visited.add(page)
        answer = client.post(path) if changes_something((kind, path)) else client.get(path)
        assert answer.status_code < 500, path
        assert answer.status_code != 404, path  # a page led here
        body = b"".join(answer)
        keep(answer, path, body)
        ahead += links(body)


def ask_the_api(client: Client) -> Iterator[str]:
    """Send each operation its own example; the routes that answered."""
    document = client.get(API + "openapi.json")
    yield from (client.get(API).resolver_match.route, document.resolver_match.route)
    for path, methods in json.loads(document.content)["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            body = next((one["examples"]["example"]["value"] for one in content.values()), None)
            answer = client.generic(method.upper(), path, json.dumps(body), "application/json")
            assert answer.status_code == 200, (path, answer.content)
            yield answer.resolver_match.route


def changes_something(link: tuple[str, str]) -> bool:
    """Whether it is the address of a form."""
    return link[0] in {"action", "hx-post"}


def ends_the_visit(link: tuple[str, str]) -> bool:
    """Whether it is the address of a form that logs out or ends the account."""
    return changes_something(link) and link[1].startswith(ENDS_THE_VISIT)


def kind_of_page(path: str) -> tuple[str, str] | None:
    """Route and section, in the default language; None for what is no page of ours."""
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return None
    return match.route, match.kwargs.get("section", "")


def links(page: bytes) -> list[tuple[str, str]]:
    return [(kind, unescape(path)) for kind, path in LINK.findall(page.decode(errors="replace"))]


def keep(answer: HttpResponse, path: str, body: bytes) -> None:
    """Put a page into the folder that was asked for, under a name made of its address."""
    is_page = answer.headers.get("Content-Type", "").startswith("text/html") and body
    if len(sys.argv) > 1 and is_page:
        name = re.sub(r"\W+", "-", path).strip("-") or "home"
        Path(sys.argv[1], f"{name[:80]}-{answer.status_code}.html").write_bytes(body)


if __name__ == "__main__":
    assert application
    visited = visit()
    wanted = filter(has_to_be_visited, routes(get_resolver().url_patterns))
    unvisited = sorted({*wanted} - visited)
    json.dump({"unvisited": unvisited, "modules": sorted(sys.modules)}, sys.stdout)

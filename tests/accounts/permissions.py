"""Who may open which address. A new address needs its row here: test_permission_matrix.py asks.

A path may name what `World` holds: `/c/{draft}/` is a draft of `owner`, who made it while logged
in. Statuses are those of a plain GET.
"""

from dataclasses import dataclass

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """An address, what each person gets there, and the methods it answers beside GET."""

    path: str
    anonymous: int
    owner: int
    stranger: int
    staff: int
    methods: frozenset[str] = frozenset({"GET"})


def everybody(path: str, *methods: str, status: int = 200) -> Case:
    """Open to all, with or without an account."""
    return Case(
        path=path,
        anonymous=status,
        owner=status,
        stranger=status,
        staff=status,
        methods=frozenset(methods or ("GET",)),
    )


def its_owner(path: str, *methods: str, anonymous: int = 404, owner: int = 200) -> Case:
    """Open to who made it; to all others there is nothing, staff included."""
    return Case(
        path=path,
        anonymous=anonymous,
        owner=owner,
        stranger=404,
        staff=404,
        methods=frozenset(methods or ("GET",)),
    )


def only_sent(path: str) -> Case:
    """Nothing to look at: forms are sent here, which the matrix tries as well."""
    return everybody(path, "POST", status=405)


def members(path: str, *methods: str, status: int = 200) -> Case:
    """One's own, for everybody who is logged in; others are asked to log in."""
    return Case(
        path=path,
        anonymous=302,
        owner=status,
        stranger=status,
        staff=status,
        methods=frozenset(methods or ("GET",)),
    )


def nobody_yet(path: str, *methods: str) -> Case:
    """For who is not logged in; whoever is goes on to their account."""
    return Case(
        path=path,
        anonymous=200,
        owner=302,
        stranger=302,
        staff=302,
        methods=frozenset(methods or ("GET",)),
    )


FORM = ("GET", "POST")

API = {
    "api/v1/": everybody("/api/v1/", status=404),
    "api/v1/openapi.json": everybody("/api/v1/openapi.json"),
    "api/v1/docs": everybody("/api/v1/docs"),
    "api/v1/net-pay": everybody("/api/v1/net-pay", "POST", status=405),
    "api/v1/compare": everybody("/api/v1/compare", "POST", status=405),
    "api/v1/cities": everybody("/api/v1/cities", "GET", "POST"),
}
PAGES = {
    "robots.txt": everybody("/robots.txt"),
    "sitemap.xml": everybody("/sitemap.xml"),
    "": everybody("/"),
    "check/": everybody("/check/", *FORM),
    "example/": everybody("/example/"),
    "places/": everybody("/places/"),
    "cities/": everybody("/cities/"),
    "cities/chances/": its_owner("/cities/chances/?for={draft}"),
    "cities/<str:address>/": everybody("/cities/shanghai/"),
    "compare-cities/": everybody("/compare-cities/"),
    "compare-cities/<str:here>/<str:there>/": everybody("/compare-cities/shanghai/beijing/"),
    "cities.csv": everybody("/cities.csv"),
    "method/": everybody("/method/"),
    "glossary/": everybody("/glossary/"),
    "help/": everybody("/help/"),
    "about/": everybody("/about/"),
    "privacy/": everybody("/privacy/"),
    "report/": everybody("/report/", *FORM),
    "steps/": everybody("/steps/", *FORM),
}
DRAFTS = {
    "c/<opaque:draft_id>/": its_owner("/c/{draft}/"),
    "c/<opaque:draft_id>/whole/": its_owner("/c/{draft}/whole/"),
    "c/<opaque:draft_id>/ahead/": its_owner("/c/{draft}/ahead/"),
    "c/<opaque:draft_id>/at-home/": its_owner("/c/{draft}/at-home/"),
    "c/<opaque:draft_id>/gaps/": its_owner("/c/{draft}/gaps/"),
    "c/<opaque:draft_id>/sources/": its_owner("/c/{draft}/sources/"),
    "c/<opaque:draft_id>/city/<slug:city>/": its_owner("/c/{draft}/city/310000/"),
    "c/<opaque:draft_id>/ask/": its_owner("/c/{draft}/ask/"),
    "c/<opaque:draft_id>/summary/": its_owner("/c/{draft}/summary/"),
    "c/<opaque:draft_id>/rent-or-buy/": its_owner("/c/{draft}/rent-or-buy/"),
    "c/<opaque:draft_id>/steps/<int:number>/": its_owner("/c/{draft}/steps/2/", *FORM),
    "c/<opaque:draft_id>/all/": its_owner("/c/{draft}/all/", *FORM),
    "c/<opaque:draft_id>/cities/": only_sent("/c/{draft}/cities/"),
    "c/<opaque:draft_id>/remove/<slug:city>/": only_sent("/c/{draft}/remove/310000/"),
    "c/<opaque:draft_id>/<slug:section>/": its_owner("/c/{draft}/pay/", *FORM),
    "c/<opaque:draft_id>/<slug:section>/<slug:city>/": its_owner("/c/{draft}/offer/310000/", *FORM),
}
DATA = {
    "data/": everybody("/data/"),
    "data/sources/": everybody("/data/sources/"),
    "data/editions/": everybody("/data/editions/"),
    "data/editions/<str:edition_id>/": everybody("/data/editions/{edition}/"),
    "data/<slug:code>/": everybody("/data/wages/"),
    "data/<slug:code>.csv": everybody("/data/wages.csv"),
    "data/<slug:code>.json": everybody("/data/wages.json"),
}
KEY = r"accounts/^confirm-email/(?P<key>[-:\w]+)/$"
RESET = r"accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
LOGGING_IN = {
    "accounts/login/": nobody_yet("/accounts/login/", *FORM),
    "accounts/signup/": nobody_yet("/accounts/signup/", *FORM),
    "accounts/inactive/": everybody("/accounts/inactive/"),
    "accounts/confirm-email/": everybody("/accounts/confirm-email/"),
    KEY: everybody("/accounts/confirm-email/guessed/", *FORM),
    "accounts/password/reset/": everybody("/accounts/password/reset/", *FORM),
    "accounts/password/reset/done/": everybody("/accounts/password/reset/done/"),
    RESET: everybody("/accounts/password/reset/key/1-guessed/", *FORM, "PUT", "PATCH", "DELETE"),
    "accounts/password/reset/key/done/": everybody("/accounts/password/reset/key/done/"),
    "accounts/login/code/confirm/": everybody("/accounts/login/code/confirm/", *FORM, status=302),
    "accounts/2fa/authenticate/": everybody("/accounts/2fa/authenticate/", *FORM, status=302),
}
ACCOUNT = {
    "account/": members("/account/", *FORM),
    "account/data/": members("/account/data/"),
    "account/data/download/": members("/account/data/download/"),
    "account/data/delete/": members("/account/data/delete/", *FORM, status=302),
    "household/keep/": only_sent("/household/keep/"),
    "household/forget/": only_sent("/household/forget/"),
    "household/start/": only_sent("/household/start/"),
    "accounts/logout/": members("/accounts/logout/", *FORM),
    "accounts/email/": members("/accounts/email/", *FORM),
    "accounts/password/change/": members("/accounts/password/change/", *FORM),
    "accounts/password/set/": members("/accounts/password/set/", *FORM, status=302),
    "accounts/reauthenticate/": members("/accounts/reauthenticate/", *FORM),
    "accounts/sessions/": members("/accounts/sessions/", *FORM),
    "accounts/2fa/": members("/accounts/2fa/"),
    "accounts/2fa/reauthenticate/": members("/accounts/2fa/reauthenticate/", *FORM, status=302),
    "accounts/2fa/totp/activate/": members("/accounts/2fa/totp/activate/", *FORM, status=302),
    "accounts/2fa/totp/deactivate/": members("/accounts/2fa/totp/deactivate/", *FORM, status=404),
    "accounts/2fa/recovery-codes/": members("/accounts/2fa/recovery-codes/", status=404),
    "accounts/2fa/recovery-codes/generate/": members(
        "/accounts/2fa/recovery-codes/generate/", *FORM, status=302
    ),
    "accounts/2fa/recovery-codes/download/": members(
        "/accounts/2fa/recovery-codes/download/", status=404
    ),
}
OPEN, NUMBERED = "saved/<opaque:comparison_id>/", "saved/<opaque:comparison_id>/<int:number>/"
SAVED = {
    "c/<opaque:draft_id>/save/": its_owner("/c/{draft}/save/", *FORM),
    "saved/": members("/saved/"),
    "saved/digest/": only_sent("/saved/digest/"),
    "saved/unsubscribe/<str:word>/": everybody("/saved/unsubscribe/guessed/", *FORM, status=404),
    "saved/sides/": its_owner("/saved/sides/?one={saved}&one={saved}.1", anonymous=302),
    OPEN: its_owner("/saved/{saved}/", anonymous=302),
    NUMBERED: its_owner("/saved/{saved}/1/", anonymous=302),
    f"{OPEN}label/": its_owner("/saved/{saved}/label/", *FORM, anonymous=302),
    f"{OPEN}archive/": only_sent("/saved/{saved}/archive/"),
    f"{OPEN}delete/": only_sent("/saved/{saved}/delete/"),
    f"{OPEN}restore/": only_sent("/saved/{saved}/restore/"),
    f"{OPEN}unshare/<int:link_id>/": only_sent("/saved/{saved}/unshare/{link}/"),
    f"{NUMBERED}edit/": only_sent("/saved/{saved}/1/edit/"),
    f"{NUMBERED}copy/": only_sent("/saved/{saved}/1/copy/"),
    f"{NUMBERED}renew/": only_sent("/saved/{saved}/1/renew/"),
    f"{NUMBERED}file.<slug:kind>": its_owner("/saved/{saved}/1/file.csv", anonymous=302),
    f"{NUMBERED}print/": its_owner("/saved/{saved}/1/print/", anonymous=302),
    f"{NUMBERED}share/": its_owner("/saved/{saved}/1/share/", *FORM, anonymous=302),
    f"{NUMBERED}changes/": its_owner("/saved/{saved}/1/changes/", anonymous=302),
    "share/<slug:token>/": everybody("/share/{token}/"),
}

PERMISSIONS = {**API, **PAGES, **DRAFTS, **DATA, **LOGGING_IN, **ACCOUNT, **SAVED}

"""Every setting, read from the environment (and a `.env` beside manage.py) and nowhere else.

A wrong or missing value stops the start with its name in the message: nothing is guessed in
production. `.env.example` lists every name with its meaning.
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from advisor import json_logs
from advisor.environment import REDIS_SOCKET, REDIS_URL, ROOT, VAR, env, socket_url
from advisor.mailer import mailer
from advisor.secret_key import local_secret_key

ENVIRONMENT = env.str("ENVIRONMENT", default="local")
if ENVIRONMENT not in {"local", "production"}:
    raise ImproperlyConfigured(f"ENVIRONMENT is {ENVIRONMENT!r}: it must be local or production.")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = env.bool("DEBUG", default=False)
HTTPS = env.bool("HTTPS", default=PRODUCTION)
MAINTENANCE = env.bool("MAINTENANCE", default=False)

if PRODUCTION:
    SECRET_KEY = env.str("SECRET_KEY")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
else:
    SECRET_KEY = env.str("SECRET_KEY", default="") or local_secret_key(VAR)
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# Applications

INSTALLED_APPS = [
    "advisor.web",
    "advisor.accounts",
    "advisor.datasets",
    "advisor.comparisons",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
AUTH_USER_MODEL = "accounts.User"
ROOT_URLCONF = "advisor.urls"
WSGI_APPLICATION = "advisor.wsgi.application"

MIDDLEWARE = [
    "advisor.web.health.answer_health",
    "advisor.web.request_log.log_requests",
    "advisor.api.middleware.answer_in_problems",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "advisor.web.middleware.vary_html",
    "advisor.web.maintenance.close_for_maintenance",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "advisor.accounts.middleware.keep_account_pages_private",
    "advisor.accounts.middleware.SecondFactorOfStaff",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database

DATABASE_URL = env.str("DATABASE_URL", default="")
DATABASE_IS_DEFAULT = not DATABASE_URL
OWN_DATABASE = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(VAR / "db.sqlite3")}
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url_config(DATABASE_URL) if DATABASE_URL else OWN_DATABASE
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Several processes write: each transaction takes the write lock at its start, and waits for it.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}

# Cache and tasks

if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "advisor.web.cache.SurvivingRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": "quliu",
        }
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

CELERY_BROKER_URL = (REDIS_URL or socket_url(REDIS_SOCKET)).replace("unix:", "redis+socket:", 1)
CELERY_RESULT_BACKEND = CELERY_BROKER_URL  # all else of Celery is in celery.py

# HTTP API: requests that one address may make, such as 60/min; empty: any number

API_RATES = {
    "compare": env.str("API_RATE_COMPARE", default="60/min"),
    "net-pay": env.str("API_RATE_NET_PAY", default="120/min"),
    "cities": env.str("API_RATE_CITIES", default="300/min"),
}
# Proxies in front whose X-Forwarded-For is believed; with none of them it isn't read.
NINJA_NUM_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

# Sources: parts of our own network that staff may refresh data from; elsewhere it is refused

LOOPBACK = [] if PRODUCTION else ["127.0.0.0/8", "::1/128"]
SOURCES_OWN_NETWORKS = env.list("SOURCES_OWN_NETWORKS", default=LOOPBACK)

# Languages: Chinese without a prefix, English under /en/

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [ROOT / "advisor" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Static files: from `static/` while developing, collected with hashed names when served

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_COLLECTED = env.bool("STATIC_COLLECTED", default=PRODUCTION)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
if not STATIC_COLLECTED:
    MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")

# Mail: kept under var/mail where no server is given

EMAIL_URL = env.str("EMAIL_URL", default="")
MAIL_IS_KEPT = not EMAIL_URL
MAILERS = {"default": mailer(EMAIL_URL, kept_in=VAR / "mail")}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="quliu@localhost")

# Logs

LOGGING = json_logs.configuration(env.str("LOG_LEVEL", default="INFO"))

# Security

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "style-src": [CSP.SELF, CSP.NONCE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
CSRF_FAILURE_VIEW = "advisor.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Accounts: an e-mail address that was verified, and a password. Limits count in the cache: while
# Redis is gone nobody is kept out, and passwords alone stand guard.

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "advisor.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # only in the browser that signed up
ACCOUNT_CHANGE_EMAIL = True  # one address an account: a new one takes over once it is verified
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_FORMS = {
    name: f"advisor.accounts.forms.{form}"
    for name, form in (
        ("login", "LoginForm"),
        ("signup", "SignupForm"),
        ("reset_password", "ResetPasswordForm"),
        ("reset_password_from_key", "NewPasswordForm"),
        ("change_password", "ChangePasswordForm"),
        ("add_email", "ChangeEmailForm"),
        ("reauthenticate", "ReauthenticateForm"),
    )
}
MFA_ADAPTER = "advisor.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Quliu"
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds by which a clock may be off
MFA_FORMS = {
    "authenticate": "advisor.accounts.forms.CodeForm",
    "reauthenticate": "advisor.accounts.forms.CodeAgainForm",
    "activate_totp": "advisor.accounts.forms.FirstCodeForm",
}
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=PRODUCTION)

"""Bytes that should be text: UTF-8, else GB 18030 (which holds GBK), else not text."""

import codecs
import re

from advisor.sources.errors import ReadError

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml|!--|script|meta)", re.IGNORECASE)
SIGNATURES = {
    b"PK\x03\x04": "XLSX or ZIP",
    b"\xd0\xcf\x11\xe0": "XLS",
    b"%PDF": "PDF",
    b"\x1f\x8b": "GZIP",
    b"\x89PNG": "PNG",
}


def text_of(content: bytes) -> str:
    """The text without its byte order mark. Raises ReadError for what is empty or not text."""
    if not content.strip():
        raise ReadError("empty")
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            raise ReadError("other_format", found=kind)
    text = _decoded(content)
    if not text.strip():
        raise ReadError("empty")
    if CONTROL.search(text):
        raise ReadError("not_text")
    return text


def is_markup(text: str) -> bool:
    """Whether the text is a web page (or XML) and no table."""
    return bool(MARKUP.match(text))


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError("not_text")

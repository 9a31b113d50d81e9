"""The places that ship with the product, without a database."""

from advisor.datasets.bundled import BundledEdition
from advisor.engine.reference import Level, Place


def bundled_places() -> tuple[Place, ...]:
    """All places as the engine knows them."""
    return tuple(
        Place(
            adcode=row["adcode"],
            name_zh=row["name_zh"],
            name_en=row["name_en"],
            level=Level(row["level"]),
            parent=row["parent"] or None,
            tier=row["tier"] or None,
            short_zh=row["short_zh"],
            slug=row["slug"],
            pinyin=row["pinyin"],
            initials=row["initials"],
        )
        for row in BundledEdition().table("places")
    )

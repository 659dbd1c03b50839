"""The web pages: one page is one file, its texts in ``texts/page_*.toml``, its markup in ``templates``."""

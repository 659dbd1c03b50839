"""The HTTP API beside the pages: read-only, described by an OpenAPI document that is made from the catalogue."""

from __future__ import annotations

from ansvarskarta.api.routes import api_routes, routes

__all__ = ["api_routes", "routes"]

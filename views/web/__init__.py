"""What lies around the pages over HTTP: the security policy, our own files, the API's routes."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.views.web.assets import ASSET_ROUTES
from ansvarskarta.views.web.policy import Policy
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

PAGE_SCRIPT = Path(__file__).resolve().parent.parent / "main.py"
MIDDLEWARE = [Middleware(Policy)]
ROUTES: list[BaseRoute] = [*ASSET_ROUTES]

__all__ = ["MIDDLEWARE", "PAGE_SCRIPT", "ROUTES"]

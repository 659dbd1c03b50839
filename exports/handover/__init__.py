"""The handover package: what ends with an actor or a mandate, who could take over, and all that is needed to go on."""

from __future__ import annotations

from ansvarskarta.exports.handover.asked import Asked, ending_days, next_day
from ansvarskarta.exports.handover.package import write_package
from ansvarskarta.exports.handover.successors import Proposed, propose

__all__ = ["Asked", "Proposed", "ending_days", "next_day", "propose", "write_package"]

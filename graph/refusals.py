"""What the driver's errors mean: one sentence for each thing that can stand between us and the database."""

from __future__ import annotations

from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import DatabaseUnavailable

# By the beginning of the server's code; the first that fits.
_BY_CODE = (
    ("Neo.ClientError.Security.Unauthorized", "engine.wrong_password"),
    ("Neo.ClientError.Security.CredentialsExpired", "engine.password_expired"),
    ("Neo.ClientError.Security.AuthenticationRateLimit", "engine.too_many_attempts"),
    ("Neo.ClientError.Security.", "engine.no_rights"),
    ("Neo.ClientError.Statement.AccessMode", "engine.only_reading"),
    ("Neo.ClientError.Database.DatabaseNotFound", "engine.database_missing"),
    ("Neo.TransientError.Database.DatabaseUnavailable", "engine.database_stopped"),
    ("Neo.ClientError.Transaction.TransactionTimedOut", "engine.timeout"),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "engine.out_of_memory"),
    ("Neo.TransientError.General.OutOfMemoryError", "engine.out_of_memory"),
)
_LONGEST_REASON = 300


def explain(
    error: neo4j.exceptions.DriverError | neo4j.exceptions.Neo4jError, address: str, *, seconds: float
) -> DatabaseUnavailable:
    """The product's error for one of the driver's; ``seconds`` is the limit that a statement may have met."""
    if isinstance(error, neo4j.exceptions.Neo4jError):
        reason = " ".join((error.message or "").split())[:_LONGEST_REASON]
        return DatabaseUnavailable(_code(error), address=address, seconds=round(seconds), reason=reason)
    if isinstance(error, neo4j.exceptions.ConfigurationError):
        return DatabaseUnavailable("engine.address_unusable", address=address, reason=str(error)[:_LONGEST_REASON])
    return DatabaseUnavailable("engine.unreachable", address=address)


def _code(error: neo4j.exceptions.Neo4jError) -> str:
    server_code = error.code or ""
    return next((code for beginning, code in _BY_CODE if server_code.startswith(beginning)), "engine.refused")

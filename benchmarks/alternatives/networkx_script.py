"""What somebody with the CSV files and networkx would write: six gap questions, all their columns, no database.

    networkx_script.py FOLDER DAY        prints {question: rows} as JSON

Reads every table into one MultiDiGraph and walks it. It means the same as the product's questions (the benchmark
compares the rows), so that the two times answer the same thing.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from collections import defaultdict, deque
from pathlib import Path

import networkx as nx

LABELS = {
    "actors": "Actor",
    "municipalities": "Municipality",
    "counties": "County",
    "establishments": "Establishment",
    "themes": "Theme",
    "bottlenecks": "Bottleneck",
    "mandates": "Mandate",
    "measures": "Measure",
    "documents": "Document",
}


def read(folder: Path) -> nx.MultiDiGraph:
    """All tables as one graph: nodes by id with their label, edges by type with their columns."""
    graph = nx.MultiDiGraph()
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if path.stem in LABELS:
                    graph.add_node(row["id"], label=LABELS[path.stem], **{k: v for k, v in row.items() if k != "id"})
                else:
                    start, end = row.pop("start"), row.pop("end")
                    graph.add_edge(start, end, type=path.stem.upper(), **row)
    return graph


class Gaps:
    """The graph of one day, and the six questions about it."""

    def __init__(self, graph: nx.MultiDiGraph, day: str) -> None:
        self.graph, self.day = graph, day
        self.nodes = graph.nodes
        self.open = {n for n, d in graph.nodes(data=True) if d["label"] == "Bottleneck" and self.is_open(d)}
        self.municipalities_of: dict[str, set[str]] = defaultdict(set)
        for n, d in graph.nodes(data=True):
            if d["label"] == "Municipality" and d.get("confidence") != "proposed":
                self.municipalities_of[d["county"]].add(n)
        self.owner: dict[str, list[tuple[str, dict]]] = defaultdict(list)
        self.contributor: dict[str, list[tuple[str, dict]]] = defaultdict(list)
        self.past: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for actor, target, r in graph.edges(data=True):
            if r["type"] == "RESPONSIBLE_FOR" and r["role"] in ("owner", "contributor"):
                self.add_responsibility(actor, target, r)
        self.themes, self.places = defaultdict(set), defaultdict(set)
        self.affecting, self.constraining = defaultdict(set), defaultdict(set)
        self.waits = defaultdict(set)
        for start, end, r in graph.edges(data=True):
            if self.valid(r) and self.counts(start) and self.counts(end):
                self.add_link(start, end, r["type"])

    def counts(self, node: str) -> bool:
        """Whether the node is accepted and, where it has days, valid."""
        return (
            self.valid(self.nodes[node])
            if self.nodes[node]["label"] in ("Actor", "Municipality")
            else (self.nodes[node].get("confidence") != "proposed")
        )

    def valid(self, x: dict, day: str | None = None) -> bool:
        """Whether an accepted row holds on the day."""
        day = day or self.day
        return x.get("confidence") != "proposed" and (x.get("valid_from") or day) <= day <= (x.get("valid_to") or day)

    def is_open(self, b: dict) -> bool:
        """Whether a bottleneck is raised and not yet resolved."""
        return (
            b.get("confidence") != "proposed"
            and (b["raised"] or self.day) <= self.day
            and (not b["resolved"] or b["resolved"] > self.day)
            and not (b["status"] == "resolved" and not b["resolved"])
        )

    def add_responsibility(self, actor: str, target: str, r: dict) -> None:
        """Keeps an owner or contributor that holds, or that an owner's days are over."""
        parts = [r, self.nodes[actor], *([self.nodes[r["mandate"]]] if r["mandate"] else [])]
        if any(part.get("confidence") == "proposed" for part in [*parts, self.nodes[target]]):
            return
        start = max((p["valid_from"] for p in parts if p.get("valid_from")), default="")
        end = min((p["valid_to"] for p in parts if p.get("valid_to")), default="")
        if (start or self.day) <= self.day <= (end or self.day):
            kept = self.owner if r["role"] == "owner" else self.contributor
            kept[target].append(
                (
                    actor,
                    {
                        "start": start,
                        "end": end,
                        "scope": set(filter(None, r["scope"].split(";"))),
                        "mandate": r["mandate"] or None,
                    },
                )
            )
        elif r["role"] == "owner" and end and end < self.day and start <= end:
            self.past[target].append((end, actor))

    def add_link(self, start: str, end: str, kind: str) -> None:
        """Keeps what the questions walk along."""
        if kind == "HAS_THEME" and start in self.open:
            self.themes[start].add(end)
        elif kind == "OCCURS_IN" and start in self.open:
            self.places[start].add(end)
            if self.nodes[end]["label"] == "Municipality":
                self.places[start].add(self.nodes[end]["county"])
            else:
                self.places[start] |= self.municipalities_of[end]
        elif kind == "AFFECTS":
            self.affecting[end].add(start)
        elif kind == "CONSTRAINS":
            self.constraining[end].add(start)
        elif kind == "DEPENDS_ON":
            self.waits[start].add(end)

    def widened(self, scope: set[str]) -> set[str]:
        """A scope, each county taken with all its municipalities."""
        return scope.union(*(self.municipalities_of[s] for s in scope)) if scope else scope

    def covers(self, scope: set[str], m: str) -> bool:
        """Whether a scope covers a municipality."""
        return not scope or m in scope or self.nodes[m]["county"] in scope

    def in_place(self, b: str) -> list[str]:
        """The municipalities that the bottleneck is in."""
        return sorted(p for p in self.places[b] if self.nodes[p]["label"] == "Municipality")

    def base(self, b: str) -> dict:
        """The columns that most rows about a bottleneck begin with."""
        severity = self.nodes[b]["severity"]
        return {
            "bottleneck": b,
            "bottleneck_name": self.nodes[b]["name"],
            "severity": int(severity) if severity else None,
        }

    def no_owner(self) -> list[dict]:
        """Open bottlenecks without a direct owner."""
        rows = []
        for b in self.open - {b for b in self.open if self.owner[b]}:
            leads = {
                a for t in self.themes[b] for a, r in self.owner[t] if not r["scope"] or r["scope"] & self.places[b]
            }
            ended, last = min(self.past[b], key=lambda p: (-int(p[0].replace("-", "")), p[1]), default=(None, None))
            rows.append(
                self.base(b)
                | {
                    "themes": sorted(self.themes[b]),
                    "municipalities": self.in_place(b),
                    "theme_owners": sorted(leads),
                    "last_owner": last,
                    "ended": ended,
                }
            )
        return rows

    def several_owners(self) -> list[dict]:
        """Open bottlenecks with two owners whose scopes meet."""
        rows = []
        for b in self.open:
            wide = [(a, self.widened(r["scope"])) for a, r in self.owner[b]]
            if any(a != c and (not s or not t or s & t) for a, s in wide for c, t in wide):
                rows.append(self.base(b) | {"owners": sorted({a for a, _ in wide})})
        return rows

    def ownership_ends(self, days: int = 180) -> list[dict]:
        """Direct ownerships that end within the days."""
        limit = (dt.date.fromisoformat(self.day) + dt.timedelta(days)).isoformat()
        rows = []
        for b in self.open:
            for a, r in self.owner[b]:
                if not r["end"] or r["end"] > limit:
                    continue
                after = (dt.date.fromisoformat(r["end"]) + dt.timedelta(1)).isoformat()
                rows.append(
                    self.base(b)
                    | {
                        "actor": a,
                        "actor_name": self.nodes[a]["name"],
                        "ends": r["end"],
                        "mandate": r["mandate"],
                        "successor": self.owners_on(b, after),
                    }
                )
        return rows

    def owners_on(self, b: str, day: str) -> list[str]:
        """The direct owners on another day."""
        found = set()
        for actor, _, r in self.graph.in_edges(b, data=True):
            if r["type"] == "RESPONSIBLE_FOR" and r["role"] == "owner":
                parts = [r, self.nodes[actor], *([self.nodes[r["mandate"]]] if r["mandate"] else [])]
                if all(self.valid(p, day) for p in parts):
                    found.add(actor)
        return sorted(found)

    def pairs(self) -> dict[tuple[str, str], list[str]]:
        """Municipality and theme, with the open bottlenecks that join them."""
        found = defaultdict(list)
        for b in self.open:
            for m in self.in_place(b):
                for t in self.themes[b]:
                    found[m, t].append(b)
        return found

    def theme_owners(self, t: str, m: str) -> list[str]:
        """Who owns the theme in the municipality."""
        return sorted({a for a, r in self.owner[t] if self.covers(r["scope"], m)})

    def pair(self, m: str, t: str) -> dict:
        """The columns that rows about a municipality and a theme begin with."""
        return {
            "municipality": m,
            "municipality_name": self.nodes[m]["name"],
            "theme": t,
            "theme_name": self.nodes[t]["name"],
        }

    def uncovered(self) -> list[dict]:
        """Pairs where nobody owns anything."""
        rows = []
        for (m, t), bs in self.pairs().items():
            owned = any(self.covers(r["scope"], m) for b in bs for _, r in self.owner[b])
            if not owned and not self.theme_owners(t, m):
                rows.append(
                    self.pair(m, t) | {"open_bottlenecks": len(bs), "establishments": sorted(self.affecting[m])}
                )
        return rows

    def coverage(self) -> list[dict]:
        """All pairs, with who owns what."""
        rows = []
        for (m, t), bs in self.pairs().items():
            owners = {b: {a for a, r in self.owner[b] if self.covers(r["scope"], m)} for b in bs}
            helped = sum(any(self.covers(r["scope"], m) for _, r in self.contributor[b]) for b in bs)
            owned = sum(map(bool, owners.values()))
            rows.append(
                self.pair(m, t)
                | {
                    "open": len(bs),
                    "owned": owned,
                    "contributed": helped,
                    "unowned": len(bs) - owned,
                    "owners": sorted(set().union(*owners.values())),
                    "theme_owners": self.theme_owners(t, m),
                }
            )
        return rows

    def blocked_establishments(self) -> list[dict]:
        """Establishments that openly wait for something."""
        rows = []
        for e, d in self.graph.nodes(data=True):
            if d["label"] != "Establishment" or d["status"] == "cancelled" or d.get("confidence") == "proposed":
                continue
            distance = dict.fromkeys(self.constraining[e] & self.open, 1)
            queue = deque(distance)
            while queue:
                b = queue.popleft()
                for c in (self.waits[b] & self.open) - distance.keys():
                    distance[c] = distance[b] + 1
                    queue.append(c)
            if distance:
                bare = [b for b in distance if not self.owner[b]]
                deepest = min(bare, key=lambda b: (-distance[b], b), default=None)
                rows.append(
                    {
                        "establishment": e,
                        "establishment_name": d["name"],
                        "status": d["status"] or None,
                        "bottlenecks": len(distance),
                        "unowned": len(bare),
                        "deepest_unowned": deepest,
                    }
                )
        return rows


QUESTIONS = ("no_owner", "coverage", "ownership_ends", "blocked_establishments", "uncovered", "several_owners")


def main() -> None:
    """Answers all six from the folder and the day on the command line."""
    gaps = Gaps(read(Path(sys.argv[1])), sys.argv[2])
    json.dump({question: getattr(gaps, question)() for question in QUESTIONS}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()

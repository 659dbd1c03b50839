"""The questions of "Gaps" about actors, chains, reports and evidence, each written from its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ansvarskarta.graph.dates import add_days
from reference.answer import Cell, Expected, Parameters, answer, asked, falling, in_order, number, question
from reference.day import Day, valid
from reference.ownership import dependencies
from reference.world import Link, texts

MOST_CYCLES = 1000


@question
def without_role(on: Day, _: Parameters) -> Expected:
    named: dict[str, set[str]] = {}
    for type_ in ("GIVEN_TO", "COOPERATES_WITH", "CONSULTS"):
        for link in on.links(type_):
            if on.is_valid(link.start):
                named.setdefault(link.end, set()).add(link.start)
    responsible = {each.actor for each in on.responsibilities}
    rows = [(actor, on.name(actor), sorted(mandates)) for actor, mandates in named.items() if actor not in responsible]
    return answer("actor actor_name mandates", rows, of=len(named))


@question
def cycles(on: Day, _: Parameters) -> Expected:
    found = sorted(_cycles(on), key=lambda cycle: (len(cycle), cycle))
    rows: list[tuple[Cell, ...]] = [(cycle,) for cycle in found[:MOST_CYCLES]]
    return in_order("bottlenecks", rows, of=len(on.open_bottlenecks), truncated=len(found) > MOST_CYCLES)


def _cycles(on: Day) -> Iterator[list[str]]:
    """Every elementary cycle among the open ones, from its smallest id: only larger ids are on its way."""
    following = {
        each: [other for other in on.ends("DEPENDS_ON", each) if on.is_open(other)] for each in on.open_bottlenecks
    }

    def walk(path: list[str]) -> Iterator[list[str]]:
        for other in following[path[-1]]:
            if other == path[0]:
                yield path
            elif other > path[0] and other not in path:
                yield from walk([*path, other])

    for first in on.open_bottlenecks:
        yield from walk([first])


@question
def blocked_establishments(on: Day, parameters: Parameters) -> Expected:
    establishment = asked(parameters, "establishment")
    looked_at = [
        node
        for node in on.world.of_label("Establishment")
        if node.get("status") != "cancelled" and establishment in (None, node.id)
    ]
    rows = []
    for node in looked_at:
        chains = on.waits_for(on.starts("CONSTRAINS", node.id), openly=True)
        unowned = {each: links for each, links in chains.items() if not on.direct_owners(each)}
        deepest = min(unowned, key=lambda each: (-unowned[each], each), default=None)
        if chains:
            rows.append((node.id, on.name(node.id), node.get("status"), len(chains), len(unowned), deepest))
    return answer(
        "establishment establishment_name status bottlenecks unowned deepest_unowned",
        rows,
        said=lambda row: (falling(row["unowned"]), falling(row["bottlenecks"])),
        of=len(looked_at),
    )


@question
def reports_due(on: Day, parameters: Parameters) -> Expected:
    first = add_days(on.day, -number(parameters, "overdue", 0))
    last = add_days(on.day, number(parameters, "days", 90))
    dates = [(node.id, due) for node in on.world.of_label("Mandate") for due in texts(node.row.get("report_due"))]
    given_to = on.world.links.get("GIVEN_TO", [])
    rows = [
        (mandate, on.name(mandate), sorted({link.end for link in given_to if link.start == mandate}), due)
        for mandate, due in dates
        if first <= due <= last
    ]
    return answer("mandate title actors due", rows, said=lambda row: (row["due"],), of=len(dates))


@question
def weak_evidence(on: Day, parameters: Parameters) -> Expected:
    confidence = asked(parameters, "confidence")
    looked_at = [link for link in on.world.every_link if _may_stand(on, link)]
    rows = [
        (link.start, link.type, link.end, link.confidence, link.get("document"))
        for link in looked_at
        if (link.confidence != "stated" or link.get("document") is None) and confidence in (None, link.confidence)
    ]
    return answer(
        "start type end confidence document",
        rows,
        said=lambda row: (row["type"], row["start"], row["end"]),
        of=len(looked_at),
    )


def _may_stand(on: Day, link: Link) -> bool:
    """Valid on the day and with no Actor at either end that is not, proposed or not."""
    ends = (on.world.every_node[link.start], on.world.every_node[link.end])
    return valid(link, on.day) and all(node.label != "Actor" or valid(node, on.day) for node in ends)


@question
def key_actors(on: Day, _: Parameters) -> Expected:
    owned: dict[str, list[str]] = {}
    for bottleneck in on.open_bottlenecks:
        for actor in on.direct_owners(bottleneck):
            owned.setdefault(actor, []).append(bottleneck)
    betweenness = _betweenness(sorted(owned), set(dependencies(on)))
    rows = [(actor, on.name(actor), len(mine), _waiting(on, mine), betweenness[actor]) for actor, mine in owned.items()]
    return answer(
        "actor actor_name owned waiting betweenness",
        rows,
        said=lambda row: (falling(row["waiting"]), falling(row["owned"])),
        of=len(owned),
    )


def _waiting(on: Day, owned: list[str]) -> int:
    """Other open bottlenecks and not cancelled establishments that openly wait for one of the owned."""
    chain = on.waiting_for(owned, openly=True)
    establishments = {
        establishment
        for each in chain
        for establishment in on.ends("CONSTRAINS", each)
        if on.world.nodes[establishment].get("status") != "cancelled"
    }
    return len(set(chain) - set(owned)) + len(establishments)


def _betweenness(nodes: list[str], edges: set[tuple[str, str]]) -> dict[str, float]:
    """Freeman's, directed, unweighted, normalised: the share of shortest paths between others that lead through."""
    distance = {node: _distances(node, edges) for node in nodes}
    paths = {node: _paths(node, distance[node], edges) for node in nodes}
    pairs = (len(nodes) - 1) * (len(nodes) - 2)
    result = {}
    for node in nodes:
        total = Fraction(0)
        for start in nodes:
            for end in nodes:
                if len({node, start, end}) == 3 and end in distance[start] and node in distance[start]:
                    through = (
                        end in distance[node] and distance[start][node] + distance[node][end] == distance[start][end]
                    )
                    total += Fraction(paths[start][node] * paths[node][end], paths[start][end]) if through else 0
        result[node] = round(float(total / pairs), 6) if pairs else 0.0
    return result


def _distances(start: str, edges: set[tuple[str, str]]) -> dict[str, int]:
    distance, reached = {start: 0}, [start]
    for node in reached:
        for one, other in sorted(edges):
            if one == node and other not in distance:
                distance[other] = distance[node] + 1
                reached.append(other)
    return distance


def _paths(start: str, distance: dict[str, int], edges: set[tuple[str, str]]) -> dict[str, int]:
    """How many shortest paths lead to each node that can be reached."""
    paths = {start: 1}
    for node in sorted(distance, key=distance.__getitem__):
        if node != start:
            before = [one for one, other in edges if other == node and distance.get(one) == distance[node] - 1]
            paths[node] = sum(paths[each] for each in before)
    return paths

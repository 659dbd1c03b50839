#!/usr/bin/env python3
"""A synthetic coordination graph of any size, as the same CSV tables as data/norrland.

    generate.py OUT_DIR NODES [--seed N]     writes 9 node tables and 19 relationship tables, about 4.2 relationships a node

Same seed and size, same bytes. Skews: a few actors hold most responsibilities (Zipf), the government issues most mandates,
municipalities differ by population, themes by popularity. Dependencies run in chains of neighbouring bottlenecks with a few
short cycles. About half of the bottlenecks have an owner on a given day of 2026: ownership and mandates begin and end.
Standard library only. 1,000,000 nodes: a quarter of a minute on two cores.
"""

import argparse
import datetime as dt
import itertools
import multiprocessing
import pathlib
import random
import sys
import time

COUNTIES = dict(
    zip(
        "01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25".split(),
        (26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14),
    )
)
THEMES = (
    "coordination education energy housing land-use municipal-finance permits reindeer skills transport water welfare culture "
    "defence digital emergency environment ports research safety schools sport steel supply tourism waste wind work youth climate"
).split()
TOPICS = "grid-capacity housing permit-times skills-supply rail-track road water-supply childcare risk-sharing land-conflict harbour heat".split()
TYPES = (
    "ministry",
    "agency",
    "county_board",
    "region",
    "municipality",
    "company",
    "coordinator",
    "association",
    "university",
    "utility",
    "government",
)
NODE = ("id", "name", "name_en", "description", "document")
REL = ("start", "end", "valid_from", "valid_to", "document", "locator", "confidence", "note")
NODES = {
    "actors": NODE + ("type", "org_number", "website", "valid_from", "valid_to"),
    "municipalities": NODE + ("code", "county", "population", "population_year", "lat", "lon"),
    "counties": NODE + ("code",),
    "establishments": NODE + ("sector", "status", "investment_msek", "jobs", "announced", "start_of_operation"),
    "themes": NODE,
    "bottlenecks": NODE + ("severity", "status", "raised", "resolved"),
    "mandates": NODE + ("kind", "reference", "issued", "valid_from", "valid_to", "report_due"),
    "measures": NODE + ("status", "start", "end", "budget_msek"),
    "documents": NODE + ("title", "publisher", "published", "url", "reference"),
}
OWN = {
    "responsible_for": ("role", "mandate", "scope"),
    "affects": ("how",),
    "operates": ("share",),
    "funded_by": ("appropriation", "share"),
    "carries_out": ("role",),
}
ENDS = {
    "responsible_for": ("Actor", "Bottleneck Theme"),
    "affects": ("Establishment", "Municipality"),
    "operates": ("Actor", "Establishment"),
    "constrains": ("Bottleneck", "Establishment"),
    "occurs_in": ("Bottleneck", "Municipality County"),
    "has_theme": ("Bottleneck Measure", "Theme"),
    "depends_on": ("Bottleneck", "Bottleneck"),
    "issued": ("Actor", "Mandate"),
    "given_to": ("Mandate", "Actor"),
    "concerns": ("Mandate", "Theme Bottleneck County"),
    "continues": ("Mandate", "Mandate"),
    "considers": ("Mandate", "Mandate"),
    "cooperates_with": ("Mandate", "Actor"),
    "consults": ("Mandate", "Actor"),
    "reports_to": ("Mandate", "Actor"),
    "funded_by": ("Mandate", "Actor"),
    "addresses": ("Measure", "Bottleneck"),
    "carries_out": ("Actor", "Measure"),
    "part_of": ("Actor Municipality", "Actor County"),
}
LABEL = {
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
VOCAB = {
    ("actors", "type"): TYPES,
    ("establishments", "status"): "announced permitting construction operation paused cancelled bankrupt".split(),
    ("bottlenecks", "status"): ("open", "in_progress", "resolved"),
    ("bottlenecks", "severity"): "12345",
    ("mandates", "kind"): "assignment instruction law appropriation agreement".split(),
    ("measures", "status"): "planned ongoing done cancelled".split(),
    ("affects", "how"): "host neighbour commuting supply".split(),
    ("responsible_for", "role"): "owner contributor consulted informed".split(),
    ("carries_out", "role"): ("lead", "partner"),
}
LOCATORS, WEIGHTS = (
    [f"stycke {i}" for i in range(1, 7)] + ["1 §", "ingress", "källans ämne", "sista stycket"],
    (30, 20, 12, 8, 5, 3, 6, 5, 7, 4),
)
DAYS = [
    dt.date.fromordinal(n).isoformat()
    for n in range(dt.date(2010, 1, 1).toordinal(), dt.date(2034, 12, 31).toordinal() + 1)
]
DAY = {d: i for i, d in enumerate(DAYS)}


class World:
    """Ids and the few properties that relationships need; every process makes the same one from the seed."""

    def __init__(self, n, seed):
        r = self.r = random.Random(f"{seed}/{n}")
        self.n, self.seed = n, seed
        want = min(290, n // 5)
        left, self.muni, self.counties = want, [], []
        for c, k in COUNTIES.items() if want == 290 else reversed(COUNTIES.items()):
            if left > 0:
                self.counties.append(f"county:{c}")
                self.muni += [f"municipality:{c}{i:02d}" for i in range(1, min(k, left) + 1)]
                left -= k
        self.themes = [f"theme:{t}" for t in THEMES[: min(30, max(12, 12 + n // 20_000))]]
        rest = n - len(self.muni) - len(self.counties) - len(self.themes)

        def ids(kind, share, stems):
            k = max(1, round(rest * share))
            return [f"{kind}:{stems[i % len(stems)]}-{i:07d}" for i in range(k)]

        self.bott = [f"bottleneck:{TOPICS[i // 40 % len(TOPICS)]}-{i:07d}" for i in range(round(rest * 0.16))]
        self.mand, self.meas = (
            ids("mandate", 0.14, ("N2024", "KN2025", "LI2023", "Fi2022", "SFS")),
            ids("measure", 0.10, ("stod", "utredning", "byggstart", "samrad")),
        )
        self.esta = ids("establishment", 0.06, ("gruva", "batteri", "stal", "vind", "datahall"))
        self.docs = ids("document", 0.34, ("rk-2024", "pm-2023", "sr", "svt", "pt", "sfs-2010"))
        k = (
            n
            - len(self.muni)
            - len(self.counties)
            - len(self.themes)
            - len(self.bott)
            - len(self.mand)
            - len(self.meas)
            - len(self.esta)
            - len(self.docs)
        )
        kinds = [
            ("government", 1),
            ("ministry", 12),
            ("county_board", len(self.counties)),
            ("region", len(self.counties)),
            ("university", 30),
            ("coordinator", 20),
            ("agency", k // 10),
            ("utility", k // 20),
            ("association", k // 6),
        ]
        self.actors = []
        for t, m in kinds + [("company", k)]:
            self.actors += [f"{t}:{t[:6]}-{i:06d}" for i in range(min(m, k - len(self.actors)))]
        public = [a for a in self.actors if a.split(":")[0] != "company"]
        self.holders = public + self.muni + [a for a in self.actors if a.startswith("company:")][: max(1, k // 20)]
        r.shuffle(self.holders)
        self.cum = list(
            itertools.accumulate(1 / (i + 8) ** 0.7 for i in range(len(self.holders)))
        )  # Zipf, its head cut
        self.theme_cum = list(itertools.accumulate(1 / (i + 3) for i in range(len(self.themes))))
        self.muni_cum = list(itertools.accumulate(r.paretovariate(1.2) for _ in self.muni))
        self.county_of = {m: f"county:{m[13:15]}" for m in self.muni}
        self.interval = [self._interval(r, 0.56, 0.53, 365, 1800) for _ in self.mand]  # of mandates

    def _interval(self, r, p_from, p_to, least, most):
        a = r.randrange(DAY["2016-01-01"], DAY["2027-01-01"])
        return DAYS[a] if r.random() < p_from else "", DAYS[
            min(a + r.randrange(least, most), len(DAYS) - 1)
        ] if r.random() < p_to else ""

    def rng(self, name):
        return random.Random(f"{self.seed}/{self.n}/{name}")


def tail(w, r, n):
    """document, locator, confidence, note of n relationships, ready to be written"""
    docs, locs = r.choices(w.docs, k=n), r.choices(LOCATORS, WEIGHTS, k=n)
    conf = r.choices(("stated", "inferred", "proposed"), (55, 43, 2), k=n)
    note = r.choices(
        (
            "",
            "Gäller båda länen",
            "Slutdag är dagen för beskedet",
            "Temaindelning är redaktionell, källan nämner den inte",
            "Urvalet följer stödet 2022",
        ),
        (70, 10, 8, 6, 6),
        k=n,
    )
    return [f'{d},{l},{c},"{t}"' if "," in t else f"{d},{l},{c},{t}" for d, l, c, t in zip(docs, locs, conf, note)]


def write(folder, name, header, lines):
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as f:
        f.write(",".join(header) + "\r\n")
        f.write("\r\n".join(lines) + ("\r\n" if lines else ""))
    return name, len(lines)


# ---- nodes -----------------------------------------------------------------------------------------------------
def nodes(w, table):
    r = w.rng(table)
    ids = {
        "actors": w.actors,
        "municipalities": w.muni,
        "counties": w.counties,
        "establishments": w.esta,
        "themes": w.themes,
        "bottlenecks": w.bott,
        "mandates": w.mand,
        "measures": w.meas,
        "documents": w.docs,
    }[table]
    k = len(ids)
    docs = ids if table == "documents" else r.choices(w.docs, k=k)
    text = r.choices(
        (
            "Överföringskapaciteten räcker inte till fler anslutningar före 2030.",
            "Prövningen tar längre tid än investeringens tidplan.",
            "Kommunen bär risken för bostäder, vatten och skolor innan skatteintäkterna kommer.",
            "Ingen myndighet har ett utpekat ansvar.",
        ),
        k=k,
    )
    day = lambda p, a="2015-01-01", b="2026-11-01": [
        DAYS[r.randrange(DAY[a], DAY[b])] if r.random() < p else "" for _ in range(k)
    ]
    short = lambda ds: [d[: r.choice((4, 7, 10))] for d in ds]
    maybe = lambda p, f: [f() if r.random() < p else "" for _ in range(k)]
    pick = lambda opts, weights: r.choices(opts, weights, k=k)
    if table == "actors":
        iv = [w._interval(r, 0.05, 0.05, 900, 3000) for _ in ids]
        cols = [
            [i.split(":")[0] for i in ids],
            maybe(0.3, lambda: f"{r.randrange(200000, 999999)}-{r.randrange(1000, 9999)}"),
            maybe(0.16, lambda: f"https://a{r.randrange(10**6)}.example"),
            [a for a, _ in iv],
            [b for _, b in iv],
        ]
    elif table == "municipalities":
        cols = [
            [i[13:] for i in ids],
            [w.county_of[i] for i in ids],
            [str(int(3000 * r.paretovariate(1.1)) % 990_000 + 2400) for _ in ids],
            ["2024"] * k,
            [f"{55 + 13 * r.random():.4f}" for _ in ids],
            [f"{11 + 12 * r.random():.4f}" for _ in ids],
        ]
    elif table == "counties":
        cols = [[i[7:] for i in ids]]
    elif table == "establishments":
        cols = [
            pick("mining batteries fuels energy steel metals data forest".split(), (30, 14, 9, 9, 9, 5, 15, 9)),
            pick(VOCAB[table, "status"], (14, 10, 24, 38, 4, 8, 2)),
            maybe(0.29, lambda: str(r.randrange(100, 60000))),
            maybe(0.38, lambda: str(r.randrange(10, 3000))),
            short(day(0.24)),
            maybe(0.33, lambda: str(r.randrange(1930, 2031))),
        ]
    elif table == "bottlenecks":
        status, raised = pick(("open", "in_progress", "resolved"), (71, 25, 4)), day(0.3)
        res = [
            DAYS[min(DAY[a or "2020-01-01"] + r.randrange(100, 2500), len(DAYS) - 1)]
            if s == "resolved" and r.random() < 0.9
            else ""
            for s, a in zip(status, raised)
        ]
        cols = [pick("12345", (3, 12, 30, 36, 19)), status, raised, res]
    elif table == "mandates":
        kind = pick(VOCAB[table, "kind"], (62, 20, 10, 5, 3))
        issued = short([a or d for (a, _), d in zip(w.interval, day(0.93))])
        due = [
            (b if r.random() < 0.5 else DAYS[max(0, DAY[b] - r.randrange(300))]) if b and r.random() < 0.6 else ""
            for _, b in w.interval
        ]
        due = [d if not a or not d or d >= a else "" for (a, _), d in zip(w.interval, due)]
        cols = [
            kind,
            [f"{i[8:13]}/{n:05d}" if r.random() < 0.63 else "" for n, i in enumerate(ids)],
            issued,
            [a for a, _ in w.interval],
            [b for _, b in w.interval],
            due,
        ]
    elif table == "measures":
        start = day(0.73, "2018-01-01", "2029-01-01")
        end = [
            DAYS[min(DAY[s or "2022-01-01"] + r.randrange(200, 2000), len(DAYS) - 1)] if r.random() < 0.5 else ""
            for s in start
        ]
        cut = [r.choice((4, 7, 10)) for _ in ids]
        cols = [
            pick(VOCAB[table, "status"], (20, 65, 11, 4)),
            [s[:c] for s, c in zip(start, cut)],
            [e[:c] for e, c in zip(end, cut)],
            maybe(0.29, lambda: str(r.randrange(1, 9000))),
        ]
    elif table == "documents":
        title = r.choices(
            (
                "Regeringen ger nya uppdrag för samhällsomställningen i norr",
                "Långa ledtider hindrar elnätsutbyggnaden",
                "Redovisning av uppdrag om kompetensförsörjning",
            ),
            k=k,
        )
        cols = [
            [f"{t} {n}" for n, t in enumerate(title)],
            pick(("Regeringskansliet", "SVT Nyheter", "Sveriges Radio", "Piteå-Tidningen"), (60, 10, 10, 20)),
            short(day(0.71)),
            [f"https://example.org/arkiv/{i[9:]}/{r.randrange(10**9)}" for i in ids],
            maybe(0.2, lambda: f"N2024/{r.randrange(10**5):05d}"),
        ]
        text = ["" if r.random() < 0.98 else t for t in text]
    else:
        cols = []
    quote = lambda s: f'"{s}"' if "," in s else s
    stem = {
        t: (s, e)
        for t, s, e in (
            ("actors", "Aktör", "Actor"),
            ("municipalities", "Syntkommun", "Municipality"),
            ("counties", "Syntlän", "County"),
            ("establishments", "Etablering", "Plant"),
            ("themes", "Tema", "Theme"),
            ("bottlenecks", "Flaskhals", "Bottleneck"),
            ("mandates", "Uppdrag", "Mandate"),
            ("measures", "Åtgärd", "Measure"),
            ("documents", "Handling", "Document"),
        )
    }[table]
    names = [i.split(":")[1] for i in ids]
    lines = [
        ",".join(t)
        for t in zip(
            ids,
            [f"{stem[0]} {s} på nordlig ort" for s in names],
            [f"{stem[1]} {s} in a northern place" for s in names],
            map(quote, text),
            docs,
            *cols,
        )
    ]
    return sorted(lines)


# ---- relationships -----------------------------------------------------------------------------------------------
def several(r, pool, cum, counts):
    """for each count that many different members of the pool, drawn by weight"""
    flat, out, at = (r.choices(pool, cum_weights=cum, k=sum(counts)) if cum else r.choices(pool, k=sum(counts))), [], 0
    for c in counts:
        part = flat[at : at + c]
        out.append(part if c < 2 else list(dict.fromkeys(part)))
        at += c
    return out


def rels(w, table):
    r = w.rng(table)
    spread = lambda mean, k: r.choices(*_counts(mean), k=k)
    pairs, extra, dates = [], None, None
    if table == "responsible_for":
        return responsible(w, r)
    if table == "affects":
        pairs = [(e, m) for e, ms in zip(w.esta, several(r, w.muni, w.muni_cum, spread(4, len(w.esta)))) for m in ms]
        first, extra = set(), []
        for e, _ in pairs:
            extra.append(
                "host" if e not in first else r.choice(("neighbour", "neighbour", "supply", "commuting", "host"))
            )
            first.add(e)
    elif table == "operates":
        firms = [a for a in w.actors if a.startswith(("company", "utility"))] or w.actors
        pairs = [(a, e) for e, cs in zip(w.esta, several(r, firms, None, spread(1.3, len(w.esta)))) for a in cs]
        extra = [r.choice(("", "", "0.5", "1.0", "0.25")) for _ in pairs]
        dates = (0.04, 0.2)
    elif table == "constrains":
        pairs = [(b, e) for e, bs in zip(w.esta, several(r, w.bott, None, spread(3.4, len(w.esta)))) for b in bs]
    elif table == "occurs_in":
        for b, ms, c in zip(
            w.bott, several(r, w.muni, w.muni_cum, spread(2.4, len(w.bott))), r.choices(w.counties, k=len(w.bott))
        ):
            pairs += [(b, m) for m in ms] + ([(b, c)] if not ms or r.random() < 0.5 else [])
    elif table == "has_theme":
        for ids, mean in ((w.bott, 1.25), (w.meas, 1.15)):
            pairs += [
                (b, t)
                for b, ts in zip(ids, several(r, w.themes, w.theme_cum, [max(1, c) for c in spread(mean, len(ids))]))
                for t in ts
            ]
    elif table == "depends_on":  # chains: forward to a near neighbour; now and then a short way back
        k = len(w.bott)
        for i, c in enumerate(spread(1.15, k)):
            near = {min(k - 1, i + 1 + int(r.expovariate(0.15))) for _ in range(c)} - {i}
            if r.random() < 0.004 and i > 4:
                near.add(i - r.randrange(1, 4))
            pairs += [(w.bott[i], w.bott[j]) for j in sorted(near)]
    elif table == "issued":
        minis = [a for a in w.actors if a.startswith("ministry")] or w.actors[:1]
        pairs = [(w.actors[0] if r.random() < 0.6 else r.choice(minis), m) for m in w.mand if r.random() < 0.93]
    elif table in ("given_to", "cooperates_with", "consults"):
        mean = {"given_to": 1.6, "cooperates_with": 1.2, "consults": 1.1}[table]
        pairs = [(m, a) for m, xs in zip(w.mand, several(r, w.holders, w.cum, spread(mean, len(w.mand)))) for a in xs]
        dates = (0.02, 0.02)
    elif table == "reports_to":
        minis = [a for a in w.actors if a.startswith("ministry")] or w.actors[:1]
        pairs = [(m, r.choice(minis)) for m in w.mand if r.random() < 0.9]
    elif table == "funded_by":
        minis = [a for a in w.actors if a.startswith("ministry")] or w.actors[:1]
        pairs = [(m, r.choice(minis)) for m in w.mand if r.random() < 0.3]
        extra = ['"UO 18, anslag 1:1, anslagspost 6",' + r.choice(("1.0", "0.5")) for _ in pairs]
        dates = (0.33, 0.67)
    elif table == "concerns":
        for m, ts, bs, c in zip(
            w.mand,
            several(r, w.themes, w.theme_cum, spread(0.9, len(w.mand))),
            several(r, w.bott, None, spread(0.9, len(w.mand))),
            r.choices(w.counties, k=len(w.mand)),
        ):
            pairs += [(m, t) for t in ts] + [(m, b) for b in bs] + ([(m, c)] if r.random() < 0.4 else [])
    elif table == "continues":
        pairs = [
            (w.mand[i], w.mand[i - r.randrange(1, min(i, 30) + 1)]) for i in range(1, len(w.mand)) if r.random() < 0.2
        ]
    elif table == "considers":
        pairs = [(w.mand[i], w.mand[r.randrange(i)]) for i in range(1, len(w.mand)) if r.random() < 0.15]
    elif table == "addresses":
        pairs = [
            (s, b)
            for s, bs in zip(w.meas, several(r, w.bott, None, [max(1, c) for c in spread(1.5, len(w.meas))]))
            for b in bs
        ]
    elif table == "carries_out":
        pairs = [
            (a, s)
            for s, xs in zip(w.meas, several(r, w.holders, w.cum, [max(1, c) for c in spread(1.5, len(w.meas))]))
            for a in xs
        ]
        extra = [r.choice(("lead", "lead", "partner")) for _ in pairs]
    elif table == "part_of":
        pairs = [(m, w.county_of[m]) for m in w.muni]
        pairs += [(a, w.counties[i]) for i, a in enumerate(a for a in w.actors if a.startswith("county_board"))]
        gov, firms = w.actors[0], [a for a in w.actors if a.startswith(("company", "agency", "association"))]
        pairs += [(a, gov) for a in w.actors if a.startswith("ministry")]
        heads = firms[: max(1, len(firms) // 20)]
        pairs += [(a, r.choice(heads)) for a in firms[len(heads) :] if r.random() < 0.6]
    when = [w._interval(r, *dates, 300, 1500) for _ in pairs] if dates else [("", "")] * len(pairs)
    rest = tail(w, r, len(pairs))
    if extra is None:
        lines = [f"{a},{b},{f},{t},{x}" for (a, b), (f, t), x in zip(pairs, when, rest)]
    else:
        lines = [f"{a},{b},{f},{t},{x},{e}" for (a, b), (f, t), x, e in zip(pairs, when, rest, extra)]
    return sorted(lines)


def _counts(mean):
    """numbers 0..8 and weights, geometric-like around the mean"""
    ks = range(9)
    lo, hi = 0.01, 20.0
    for _ in range(60):  # Poisson cut at 8: the rate that gives the mean
        lam = (lo + hi) / 2
        ws, x = [], 1.0
        for k in ks:
            ws.append(x)
            x *= lam / (k + 1)
        if sum(k * v for k, v in zip(ks, ws)) / sum(ws) < mean:
            lo = lam
        else:
            hi = lam
    return list(ks), ws


def responsible(w, r):
    k, lines = len(w.bott), []
    owners = r.choices((0, 1, 2, 3), (30, 48, 18, 4), k=k)
    others = r.choices(*_counts(5.5), k=k)
    who = several(r, w.holders, w.cum, [a + b for a, b in zip(owners, others)])
    m = len(w.mand)
    scopes = w.counties + w.muni

    def row(a, target, role, scoped):
        i = r.randrange(m) if r.random() < 0.66 else None
        mandate, mf, mt = ("", "", "") if i is None else (w.mand[i], *w.interval[i])
        f = t = ""
        if r.random() < 0.37:  # own dates: those of the mandate, or a spell within it
            f, t = (mf, mt) if r.random() < 0.5 else w._interval(r, 0.7, 0.8, 200, 1500)
        scope = ""
        if r.random() < scoped:
            scope = r.choice(scopes) if r.random() < 0.7 else ";".join(sorted(r.sample(scopes, 2)))
        lines.append((a, target, f, t, role, mandate, scope))

    for b, o, xs in zip(w.bott, owners, who):
        for j, a in enumerate(xs):
            role = "owner" if j < o else r.choices(("contributor", "consulted", "informed"), (70, 15, 15))[0]
            row(a, b, role, 0.5)
            if role == "owner" and r.random() < 0.02:  # the same actor again, from a later day
                row(a, b, role, 0.5)
    for _ in range(min(3000, max(20, w.n // 60))):
        row(
            r.choice(w.holders),
            r.choices(w.themes, cum_weights=w.theme_cum)[0],
            r.choices(("owner", "contributor", "consulted", "informed"), (40, 40, 10, 10))[0],
            0.85,
        )
    seen, out = set(), []
    for x in sorted(lines):
        key = x[0], x[1], x[4], x[2]
        if key not in seen:
            seen.add(key)
            out.append(x)
    rest = tail(w, r, len(out))
    return [f"{a},{b},{f},{t},{x},{role},{md},{sc}" for (a, b, f, t, role, md, sc), x in zip(out, rest)]


# ---- writing ----
_w = None


def _one(job):
    folder, table = job
    return write(
        folder,
        table,
        NODES.get(table) or REL + OWN.get(table, ()),
        nodes(_w, table) if table in NODES else rels(_w, table),
    )


def generate(folder, n, seed=1, processes=None):
    global _w
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _w = World(n, seed)
    jobs = [
        (folder, t)
        for t in (
            "responsible_for",
            "occurs_in",
            "documents",
            *(t for t in (*ENDS, *NODES) if t not in ("responsible_for", "occurs_in", "documents")),
        )
    ]
    many = n >= 50_000 and "fork" in multiprocessing.get_all_start_methods()
    if not many:
        return dict(map(_one, jobs))
    with multiprocessing.get_context("fork").Pool(processes, maxtasksperchild=1) as pool:
        return dict(pool.imap_unordered(_one, jobs, chunksize=1))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=pathlib.Path)
    p.add_argument("nodes", type=int)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    if a.nodes < 500:
        p.error("at least 500 nodes")
    t = time.perf_counter()
    made = generate(a.folder, a.nodes, a.seed)
    k, m = sum(made[t] for t in NODES), sum(made[t] for t in ENDS)
    print(f"{k} nodes, {m} relationships ({m / k:.2f} a node) in {time.perf_counter() - t:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

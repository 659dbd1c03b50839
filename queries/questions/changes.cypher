/*
group = "handover"
place = 28
required = ["from", "to"]
columns = ["bottleneck", "bottleneck_name", "change", "actor", "actor_name", "day", "left"]
order = ["bottleneck", "change", "actor"]

[title]
sv = "Vilka ägarskap har tillkommit och upphört?"
en = "Which ownerships came and went?"

[meaning]
sv = "Den som äger en flaskhals direkt på den ena dagen men inte på den andra, med när det började eller slutade och hur många ägare som är kvar."
en = "Whoever owns a bottleneck directly on one of the days but not on the other, with when it began or ended and how many owners are left."

[column.change]
kind = "choice"
sv = "Tillkom eller upphörde"
en = "Gained or lost"

[column.day]
kind = "date"
sv = "Dagen då det skedde"
en = "The day on which it happened"

[column.left]
kind = "integer"
sv = "Direkta ägare vid slutet"
en = "Direct owners at the end"
*/
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE (@open(b, $from) OR @open(b, $to)) AND @accepted(r) AND @accepted(a)
WITH b, a, r, @holds(r, a, $from) AS before, @holds(r, a, $to) AS after
WHERE before OR after
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH b, a, max(CASE WHEN before THEN 1 ELSE 0 END) AS before, max(CASE WHEN after THEN 1 ELSE 0 END) AS after,
  collect(coalesce(@start(r, a, m), '')) AS starts, collect(coalesce(@end(r, a, m), '')) AS ends
WHERE before <> after
WITH b, a, CASE WHEN after = 1 THEN 'gained' ELSE 'lost' END AS change, starts, ends
WITH b, a, change, CASE
    WHEN change = 'gained' AND NOT '' IN starts THEN reduce(least = head(starts), day IN starts | CASE WHEN day < least THEN day ELSE least END)
    WHEN change = 'lost' AND NOT '' IN ends THEN reduce(most = head(ends), day IN ends | CASE WHEN day > most THEN day ELSE most END)
  END AS day
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, change, a.id AS actor, @name(a) AS actor_name, day,
  size(@owners(b, $to)) AS left
RETURN bottleneck, bottleneck_name, change, actor, actor_name, day, left

/*
group = "handover"
place = 28
required = ["from", "to"]
columns = ["bottleneck", "bottleneck_name", "change", "actor", "actor_name", "day", "left"]
order = ["bottleneck", "change", "actor"]

[derived]
bottlenecks = "module"

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
// The ownerships of the bottlenecks that are open on either day; the module compares the days.
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE (@open(b, $from) OR @open(b, $to)) AND @accepted(r) AND @accepted(a)
@responsibility_rows(r, a, b)

// statement: mandates
@mandate_days(m)

// statement: names
UNWIND $bottlenecks AS id
MATCH (b:Entity {id: id})
WITH id AS bottleneck, @name(b) AS bottleneck_name
RETURN bottleneck, bottleneck_name

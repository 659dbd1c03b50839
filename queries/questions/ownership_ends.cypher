/*
group = "gaps"
place = 14
narrowing = "bottlenecks"
optional = ["days"]
defaults = { days = 180 }
columns = ["bottleneck", "bottleneck_name", "severity", "actor", "actor_name", "ends", "mandate", "successor"]
order = ["ends"]

[derived]
until = "as_of + days"

[title]
sv = "Vilka ägarskap upphör snart?"
en = "Which ownerships end soon?"

[meaning]
sv = "Direkta ägarskap av öppna flaskhalsar som upphör inom så många dagar, och vilka som äger dagen efter."
en = "Direct ownerships of open bottlenecks that end within so many days, and who owns on the day after."

[of]
sv = "direkta ägarskap av öppna flaskhalsar"
en = "direct ownerships of open bottlenecks"

[column.successor]
kind = "ids"
sv = "Direkta ägare dagen efter"
en = "Direct owners on the day after"
*/
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of) AND @holds(r, a, $as_of)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH b, a, r, @end(r, a, m) AS ends
WHERE ends <= $until
WITH b, a, r, ends, toString(date(ends) + duration('P1D')) AS next
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, a.id AS actor, @name(a) AS actor_name,
  ends, r.mandate AS mandate, @owners(b, next) AS successor
RETURN bottleneck, bottleneck_name, severity, actor, actor_name, ends, mandate, successor

// statement: of
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of) AND @holds(r, a, $as_of)
WITH count(r) AS of
RETURN of

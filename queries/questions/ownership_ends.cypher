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
// The open bottlenecks asked for; the module looks at when whoever owns them ceases to.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity
RETURN bottleneck, bottleneck_name, severity

// statement: responsibilities
@responsibilities(['owner'], $as_of)

// statement: mandates
@mandate_days(m)

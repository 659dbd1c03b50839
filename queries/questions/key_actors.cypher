/*
group = "gaps"
place = 25
columns = ["actor", "actor_name", "owned", "waiting", "betweenness"]
order = ["waiting falling", "owned falling"]

[title]
sv = "Vilka aktörer hänger mest på?"
en = "Which actors does most depend on?"

[meaning]
sv = "Direkta ägare av öppna flaskhalsar: hur många de äger, hur många andra öppna flaskhalsar och etableringar som väntar på dem, och hur ofta de ligger mellan andra ägare."
en = "Direct owners of open bottlenecks: how many they own, how many other open bottlenecks and establishments wait for them, and how often they lie between other owners."

[of]
sv = "direkta ägare av öppna flaskhalsar"
en = "direct owners of open bottlenecks"

[column.owned]
kind = "integer"
sv = "Öppna flaskhalsar som aktören äger"
en = "Open bottlenecks that the actor owns"

[column.waiting]
kind = "integer"
sv = "Andra öppna flaskhalsar och etableringar som väntar"
en = "Other open bottlenecks and establishments that wait"

[column.betweenness]
kind = "number"
sv = "Hur ofta aktören ligger på den kortaste vägen mellan två andra, 0 till 1"
en = "How often the actor lies on the shortest way between two others, 0 to 1"
*/
// The actors' names; the module counts what waits for each who owns something.
MATCH (a:Actor)
WHERE @valid(a, $as_of)
WITH a.id AS actor, @name(a) AS actor_name
RETURN actor, actor_name

// statement: holders
@holding(['owner'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: links
@open_links($as_of)

// statement: constrained
MATCH (b:Bottleneck)-[constrains:CONSTRAINS]->(e:Establishment)
WHERE @valid(constrains, $as_of) AND @open(b, $as_of) AND @accepted(e) AND coalesce(e.status, '') <> 'cancelled'
WITH b.id AS waiting, collect(DISTINCT e.id) AS on
RETURN waiting, on

/*
group = "gaps"
place = 13
narrowing = "bottlenecks"
columns = ["bottleneck", "bottleneck_name", "severity", "owners"]
order = ["severity falling"]

[title]
sv = "Vilka flaskhalsar har flera ägare?"
en = "Which bottlenecks have several owners?"

[meaning]
sv = "Öppna flaskhalsar som minst två olika aktörer äger för samma plats; alla direkta ägare visas."
en = "Open bottlenecks that two different actors or more own for the same place; all direct owners are shown."

[of]
sv = "öppna flaskhalsar"
en = "open bottlenecks"
*/
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of) AND @holds(r, a, $as_of)
WITH b, collect(DISTINCT a.id) AS owners,
  collect({actor: a.id, scope: coalesce(r.scope, []), wide: @with_counties(r)}) AS held
WHERE size(owners) > 1 AND any(one IN held WHERE any(other IN held WHERE one.actor < other.actor
  AND @scopes_meet(one.scope, one.wide, other.scope, other.wide)))
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, owners
RETURN bottleneck, bottleneck_name, severity, owners

// statement: of
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH count(b) AS of
RETURN of

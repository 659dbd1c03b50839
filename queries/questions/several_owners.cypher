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
// The bottlenecks with two ownerships or more; the module looks at whether their scopes meet.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH b, @parts(b, 'owner', $as_of) AS owning
WHERE size(owning) > 1
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, owning
RETURN bottleneck, bottleneck_name, severity, owning

// statement: municipalities
MATCH (m:Municipality)
WHERE @accepted(m)
WITH m.id AS municipality, m.county AS county
RETURN municipality, county

// statement: of
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH count(b) AS of
RETURN of

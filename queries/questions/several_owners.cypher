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
// The open bottlenecks asked for; the module looks at who owns them, and whether their scopes meet.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity
RETURN bottleneck, bottleneck_name, severity

// statement: holders
@holding(['owner'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: municipalities
MATCH (m:Municipality)
WHERE @accepted(m)
WITH m.id AS municipality, m.county AS county
RETURN municipality, county

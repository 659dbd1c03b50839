/*
group = "gaps"
place = 15
narrowing = "bottlenecks"
columns = ["bottleneck", "bottleneck_name", "severity", "owners"]
order = ["severity falling"]

[title]
sv = "Vilka flaskhalsar görs det inget åt?"
en = "Which bottlenecks is nothing done about?"

[meaning]
sv = "Öppna flaskhalsar utan någon åtgärd som är planerad eller pågår och inte har slutat."
en = "Open bottlenecks without any measure that is planned or ongoing and has not ended."

[of]
sv = "öppna flaskhalsar"
en = "open bottlenecks"
*/
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of) AND NOT EXISTS {
  MATCH (b)<-[addresses:ADDRESSES]-(m:Measure)
  // An end that is cut to a month or a year ends with its last day, so the day is cut as much.
  WHERE @valid(addresses, $as_of) AND @accepted(m) AND m.status IN ['planned', 'ongoing']
    AND (m.`end` IS NULL OR m.`end` >= substring($as_of, 0, size(m.`end`)))
}
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, @owners(b, $as_of) AS owners
RETURN bottleneck, bottleneck_name, severity, owners

// statement: of
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH count(b) AS of
RETURN of

/*
group = "ownership"
place = 2
required = ["actor"]
columns = [
  "bottleneck", "bottleneck_name", "severity", "role", "via", "theme", "valid_from", "valid_to", "municipalities",
]
order = ["severity falling", "bottleneck", "via", "role"]

[title]
sv = "Vad ansvarar aktören för?"
en = "What is the actor responsible for?"

[meaning]
sv = "Aktörens ansvar för öppna flaskhalsar, direkt eller genom ett tema; en rad per ansvar och flaskhals."
en = "The actor's responsibilities for open bottlenecks, direct or through a theme; one row a responsibility and bottleneck."
*/
MATCH (a:Entity {id: $actor})-[r:RESPONSIBLE_FOR]->(b:Bottleneck)
WHERE @holds(r, a, $as_of) AND @open(b, $as_of)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, r.role AS role, 'bottleneck' AS via,
  null AS theme, @start(r, a, m) AS valid_from, @end(r, a, m) AS valid_to,
  @municipalities(b, $as_of) AS municipalities
RETURN bottleneck, bottleneck_name, severity, role, via, theme, valid_from, valid_to, municipalities
UNION ALL
MATCH (a:Entity {id: $actor})-[r:RESPONSIBLE_FOR]->(t:Theme)
WHERE @holds(r, a, $as_of) AND @accepted(t)
MATCH (t)<-[themed:HAS_THEME]-(b:Bottleneck)
WHERE @valid(themed, $as_of) AND @open(b, $as_of)
WITH DISTINCT a, r, t, b
WITH a, r, t, b, @places(b, $as_of) AS places
WHERE @meets(r, places)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, r.role AS role, 'theme' AS via,
  t.id AS theme, @start(r, a, m) AS valid_from, @end(r, a, m) AS valid_to,
  @municipalities(b, $as_of) AS municipalities
RETURN bottleneck, bottleneck_name, severity, role, via, theme, valid_from, valid_to, municipalities

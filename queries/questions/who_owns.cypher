/*
group = "ownership"
place = 1
required = ["bottleneck"]
columns = [
  "actor", "actor_name", "role", "via", "theme", "mandate", "mandate_title", "valid_from", "valid_to", "scope",
  "document", "locator", "confidence",
]
order = ["via", "role"]

[title]
sv = "Vem ansvarar för flaskhalsen?"
en = "Who is responsible for the bottleneck?"

[meaning]
sv = "Varje ansvar som gäller dagen: direkt för flaskhalsen, eller genom ett av dess teman. Temaansvar är uppslag, inte ägarskap."
en = "Every responsibility that holds on the day: for the bottleneck itself, or through one of its themes. A theme responsibility is a lead, not ownership."
*/
MATCH (b:Entity {id: $bottleneck})<-[r:RESPONSIBLE_FOR]-(a:Actor)
WHERE @accepted(b) AND @holds(r, a, $as_of)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH a.id AS actor, @name(a) AS actor_name, r.role AS role, 'bottleneck' AS via, null AS theme,
  r.mandate AS mandate, @name(m) AS mandate_title, @start(r, a, m) AS valid_from, @end(r, a, m) AS valid_to,
  r.scope AS scope, r.document AS document, r.locator AS locator, coalesce(r.confidence, 'stated') AS confidence
RETURN actor, actor_name, role, via, theme, mandate, mandate_title, valid_from, valid_to, scope, document, locator, confidence
UNION ALL
MATCH (b:Entity {id: $bottleneck})-[themed:HAS_THEME]->(t:Theme)
WHERE @accepted(b) AND @valid(themed, $as_of) AND @accepted(t)
WITH DISTINCT b, t
WITH t, @places(b, $as_of) AS places
MATCH (t)<-[r:RESPONSIBLE_FOR]-(a:Actor)
WHERE @holds(r, a, $as_of) AND @meets(r, places)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH a.id AS actor, @name(a) AS actor_name, r.role AS role, 'theme' AS via, t.id AS theme,
  r.mandate AS mandate, @name(m) AS mandate_title, @start(r, a, m) AS valid_from, @end(r, a, m) AS valid_to,
  r.scope AS scope, r.document AS document, r.locator AS locator, coalesce(r.confidence, 'stated') AS confidence
RETURN actor, actor_name, role, via, theme, mandate, mandate_title, valid_from, valid_to, scope, document, locator, confidence

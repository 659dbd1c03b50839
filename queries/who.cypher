// What a sentence about one bottleneck says: each ownership of it, and each theme ownership as a lead.
MATCH (b:Entity {id: $bottleneck})<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @accepted(b) AND @holds(r, a, $as_of)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
OPTIONAL MATCH (d:Entity {id: coalesce(r.document, '')})
WITH 'owner' AS kind, a.id AS actor, @name(a) AS actor_name, @start(r, a, m) AS since, @end(r, a, m) AS until,
  m.id AS mandate, @name(m) AS mandate_name, m.reference AS reference, null AS theme_name,
  COLLECT { UNWIND coalesce(r.scope, []) AS place MATCH (p:Entity {id: place}) RETURN @name(p) } AS scope, d.id AS document,
  coalesce(d.title, d.name) AS document_title, d.publisher AS publisher, d.published AS published, d.url AS url,
  r.locator AS locator, r.quote AS quote, coalesce(r.confidence, 'stated') AS confidence
RETURN kind, actor, actor_name, since, until, mandate, mandate_name, reference, theme_name, scope, document, document_title, publisher, published, url, locator, quote, confidence
UNION ALL
MATCH (b:Entity {id: $bottleneck})-[themed:HAS_THEME]->(t:Theme)
WHERE @accepted(b) AND @valid(themed, $as_of) AND @accepted(t)
WITH DISTINCT b, t
WITH t, @places(b, $as_of) AS places
MATCH (t)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @holds(r, a, $as_of) AND @meets(r, places)
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
OPTIONAL MATCH (d:Entity {id: coalesce(r.document, '')})
WITH 'lead' AS kind, a.id AS actor, @name(a) AS actor_name, @start(r, a, m) AS since, @end(r, a, m) AS until,
  m.id AS mandate, @name(m) AS mandate_name, m.reference AS reference, @name(t) AS theme_name,
  COLLECT { UNWIND coalesce(r.scope, []) AS place MATCH (p:Entity {id: place}) RETURN @name(p) } AS scope, d.id AS document,
  coalesce(d.title, d.name) AS document_title, d.publisher AS publisher, d.published AS published, d.url AS url,
  r.locator AS locator, r.quote AS quote, coalesce(r.confidence, 'stated') AS confidence
RETURN kind, actor, actor_name, since, until, mandate, mandate_name, reference, theme_name, scope, document, document_title, publisher, published, url, locator, quote, confidence

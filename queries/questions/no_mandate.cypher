/*
group = "gaps"
place = 16
narrowing = "bottlenecks"
columns = ["bottleneck", "bottleneck_name", "actor", "actor_name", "role", "document"]

[title]
sv = "Vilka ansvar vilar inte på något uppdrag?"
en = "Which responsibilities rest on no mandate?"

[meaning]
sv = "Direkta ansvar, som ägare eller bidragande, för öppna flaskhalsar som inte anger något uppdrag."
en = "Direct responsibilities, as owner or contributor, for open bottlenecks that name no mandate."

[of]
sv = "ansvar som ägare eller bidragande för öppna flaskhalsar"
en = "responsibilities as owner or contributor for open bottlenecks"
*/
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR]-(a:Actor)
WHERE r.role IN ['owner', 'contributor'] AND r.mandate IS NULL
  AND @open(b, $as_of) AND @narrowed(b, $as_of) AND @holds(r, a, $as_of)
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, a.id AS actor, @name(a) AS actor_name, r.role AS role,
  r.document AS document
RETURN bottleneck, bottleneck_name, actor, actor_name, role, document

// statement: of
MATCH (b:Bottleneck)<-[r:RESPONSIBLE_FOR]-(a:Actor)
WHERE r.role IN ['owner', 'contributor']
  AND @open(b, $as_of) AND @narrowed(b, $as_of) AND @holds(r, a, $as_of)
WITH count(r) AS of
RETURN of

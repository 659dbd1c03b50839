/*
group = "ownership"
place = 3
required = ["bottleneck"]
columns = ["step", "actor", "actor_name", "reason", "mandate"]
order = ["step", "actor"]

[derived]
mandates = "module"
ids = "module"

[title]
sv = "Till vem kan frågan lyftas?"
en = "To whom can it be escalated?"

[meaning]
sv = "Från de direkta ägarna, eller utan sådana temaägarna, vidare till den som gav uppdraget, den som det redovisas till och den som aktören är en del av, steg för steg."
en = "From the direct owners, or without any the theme owners, on to who issued the mandate, whom it reports to and whom the actor is part of, step by step."

[column.step]
kind = "integer"
sv = "Steg"
en = "Step"

[column.reason]
kind = "choice"
sv = "Varför"
en = "Why"

[column.mandate]
kind = "id"
sv = "Uppdraget som det går genom"
en = "The mandate that it goes by"
*/
// Step 0: the direct owners, and the theme owners for where there are none.
MATCH (b:Entity {id: $bottleneck})<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @accepted(b) AND @holds(r, a, $as_of)
WITH a.id AS actor, @name(a) AS actor_name, 'owner' AS reason, r.mandate AS mandate
RETURN actor, actor_name, reason, mandate
UNION
MATCH (b:Entity {id: $bottleneck})-[themed:HAS_THEME]->(t:Theme)
WHERE @accepted(b) AND @valid(themed, $as_of) AND @accepted(t)
WITH DISTINCT b, t
WITH t, @places(b, $as_of) AS places
MATCH (t)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
WHERE @holds(r, a, $as_of) AND @meets(r, places)
WITH a.id AS actor, @name(a) AS actor_name, 'theme_owner' AS reason, r.mandate AS mandate
RETURN actor, actor_name, reason, mandate

// statement: mandate_actors
UNWIND $mandates AS id
MATCH (m:Entity {id: id})<-[issued:ISSUED]-(a:Actor)
WHERE @accepted(m) AND @valid(issued, $as_of) AND @valid(a, $as_of)
WITH a.id AS actor, @name(a) AS actor_name, 'issued' AS reason, m.id AS mandate
RETURN actor, actor_name, reason, mandate
UNION
UNWIND $mandates AS id
MATCH (m:Entity {id: id})-[reports:REPORTS_TO]->(a:Actor)
WHERE @accepted(m) AND @valid(reports, $as_of) AND @valid(a, $as_of)
WITH a.id AS actor, @name(a) AS actor_name, 'reports_to' AS reason, m.id AS mandate
RETURN actor, actor_name, reason, mandate

// statement: parents
UNWIND $ids AS id
MATCH (:Entity {id: id})-[part:PART_OF]->(a:Actor)
WHERE @valid(part, $as_of) AND @valid(a, $as_of)
WITH DISTINCT a
WITH a.id AS actor, @name(a) AS actor_name, 'part_of' AS reason, null AS mandate
RETURN actor, actor_name, reason, mandate

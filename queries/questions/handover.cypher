/*
group = "handover"
place = 27
any_of = ["actor", "mandate"]
optional = ["date"]
defaults = { date = "as_of" }
columns = [
  "actor", "actor_name", "target", "target_name", "label", "severity", "role", "ends", "renewed", "other_owners",
  "candidates",
]
order = ["severity falling", "target", "role", "actor"]

[derived]
next = "date + 1"
targets = "module"
mandates = "module"

[title]
sv = "Vad faller när uppdraget slutar?"
en = "What falls when the mandate ends?"

[meaning]
sv = "De ansvar som gäller dagen för överlämningen men inte dagen efter, om de förnyas, vilka andra som äger dagen efter, och annars upp till fem kandidater med skäl."
en = "The responsibilities that hold on the day of the handover and not on the day after, whether they are renewed, who else owns on the day after, and otherwise up to five candidates with reasons."

[column.target]
kind = "id"
sv = "Flaskhals eller tema"
en = "Bottleneck or theme"

[column.target_name]
kind = "text"
sv = "Flaskhalsens eller temats namn"
en = "Name of the bottleneck or theme"

[column.renewed]
kind = "boolean"
sv = "Samma aktör har samma roll dagen efter"
en = "The same actor has the same role on the day after"

[column.other_owners]
kind = "ids"
sv = "Andra ägare dagen efter"
en = "Other owners on the day after"

[column.candidates]
kind = "objects"
sv = "Kandidater, bäst först, med poäng och skäl"
en = "Candidates, best first, with score and reasons"
*/
MATCH (a:Actor)-[r:RESPONSIBLE_FOR]->(target:Entity)
WHERE @wanted(a.id, $optional.actor) AND @wanted(r.mandate, $optional.mandate)
  AND @holds(r, a, $date) AND NOT @holds(r, a, $next)
  AND (target:Theme AND @accepted(target) OR target:Bottleneck AND @open(target, $date))
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
WITH a.id AS actor, @name(a) AS actor_name, target.id AS target, @name(target) AS target_name,
  @label(target) AS label, target.severity AS severity, r.role AS role, @end(r, a, m) AS ends, r.mandate AS mandate,
  coalesce(r.scope, []) AS scope, @with_counties(r) AS wide, EXISTS {
    MATCH (a)-[other:RESPONSIBLE_FOR]->(target)
    WHERE other.role = r.role AND @holds(other, a, $next)
  } AS renewed
RETURN actor, actor_name, target, target_name, label, severity, role, ends, mandate, scope, wide, renewed

// statement: following
// Who has which role for the targets on the day after.
UNWIND $targets AS id
MATCH (target:Entity {id: id})<-[r:RESPONSIBLE_FOR]-(a:Actor)
WHERE @holds(r, a, $next)
WITH id AS target, a.id AS actor, r.role AS role, coalesce(r.scope, []) AS scope, @with_counties(r) AS wide
RETURN target, actor, role, scope, wide

// statement: theme_owners
UNWIND $targets AS id
MATCH (b:Entity {id: id})
WHERE b:Bottleneck
WITH b, @places(b, $next) AS places
WITH b.id AS target, @theme_owners(b, places, $next) AS actors
RETURN target, actors

// statement: measure_leads
UNWIND $targets AS id
MATCH (b:Entity {id: id})<-[addresses:ADDRESSES]-(m:Measure)<-[carries:CARRIES_OUT {role: 'lead'}]-(a:Actor)
WHERE @valid(addresses, $next) AND @accepted(m) AND NOT coalesce(m.status, '') IN ['done', 'cancelled']
  AND @valid(carries, $next) AND @valid(a, $next)
WITH id AS target, collect(DISTINCT a.id) AS actors
RETURN target, actors

// statement: continuing
// Those who are given, on the day after, a mandate that continues one that ends.
UNWIND $mandates AS id
MATCH (old:Entity {id: id})<-[continues:CONTINUES]-(new:Mandate)-[given:GIVEN_TO]->(a:Actor)
WHERE @accepted(old) AND @valid(continues, $next) AND @valid(new, $next) AND @valid(given, $next) AND @valid(a, $next)
WITH id AS mandate, collect(DISTINCT a.id) AS actors
RETURN mandate, actors

/*
group = "gaps"
place = 19
columns = ["actor", "actor_name", "mandates"]

[title]
sv = "Vilka nämns i uppdrag utan att ha något ansvar?"
en = "Who is named in mandates without any responsibility?"

[meaning]
sv = "Aktörer som ett gällande uppdrag är givet till, ska samverka med eller ska höra, och som inte har något ansvar alls."
en = "Actors that a valid mandate is given to, cooperates with or consults, and that hold no responsibility at all."

[of]
sv = "aktörer som nämns så"
en = "actors so named"

[column.mandates]
kind = "ids"
sv = "Uppdrag som nämner aktören"
en = "Mandates that name the actor"
*/
MATCH (m:Mandate)-[names:GIVEN_TO|COOPERATES_WITH|CONSULTS]->(a:Actor)
WHERE @valid(m, $as_of) AND @valid(names, $as_of) AND @valid(a, $as_of)
WITH a, collect(DISTINCT m.id) AS mandates
WHERE NOT EXISTS {
  MATCH (a)-[r:RESPONSIBLE_FOR]->(target:Entity)
  WHERE @holds(r, a, $as_of) AND @accepted(target)
}
WITH a.id AS actor, @name(a) AS actor_name, mandates
RETURN actor, actor_name, mandates

// statement: of
MATCH (m:Mandate)-[names:GIVEN_TO|COOPERATES_WITH|CONSULTS]->(a:Actor)
WHERE @valid(m, $as_of) AND @valid(names, $as_of) AND @valid(a, $as_of)
WITH count(DISTINCT a.id) AS of
RETURN of

/*
group = "ownership"
place = 6
optional = ["actor"]
columns = ["actor", "actor_name", "waits_for", "waits_for_name", "waiting", "on", "agreed"]
order = ["waiting most"]

[title]
sv = "Vilka aktörer väntar på varandra?"
en = "Which actors wait for each other?"

[meaning]
sv = "Par av aktörer där en öppen flaskhals som den första äger väntar direkt på en som den andra äger, med de uppdrag där de ska samverka."
en = "Pairs of actors where an open bottleneck that the first owns directly waits for one that the second owns, with the mandates in which they are to cooperate."

[column.waits_for]
kind = "id"
sv = "Väntar på"
en = "Waits for"

[column.waits_for_name]
kind = "text"
sv = "Namn på den som väntas på"
en = "Name of whom it waits for"

[column.on]
kind = "ids"
sv = "Flaskhalsar som de väntar på"
en = "Bottlenecks that they wait for"

[column.agreed]
kind = "ids"
sv = "Uppdrag där de ska samverka eller höra varandra"
en = "Mandates in which they are to cooperate or consult"
*/
MATCH (x:Bottleneck)-[depends:DEPENDS_ON]->(y:Bottleneck)
WHERE @valid(depends, $as_of) AND @open(x, $as_of) AND @open(y, $as_of)
WITH DISTINCT x, y
MATCH (x)<-[one:RESPONSIBLE_FOR {role: 'owner'}]-(p:Actor)
WHERE @holds(one, p, $as_of)
WITH DISTINCT x, y, p
MATCH (y)<-[other:RESPONSIBLE_FOR {role: 'owner'}]-(q:Actor)
WHERE p.id <> q.id AND (@wanted(p.id, $optional.actor) OR @wanted(q.id, $optional.actor)) AND @holds(other, q, $as_of)
WITH p, q, collect(DISTINCT x.id) AS waiting, collect(DISTINCT y.id) AS on
WITH p.id AS actor, @name(p) AS actor_name, q.id AS waits_for, @name(q) AS waits_for_name, waiting, on,
  @agreed(p, q, $as_of) + @agreed(q, p, $as_of) AS agreed
RETURN actor, actor_name, waits_for, waits_for_name, waiting, on, agreed

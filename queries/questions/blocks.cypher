/*
group = "ownership"
place = 5
required = ["bottleneck"]
optional = ["depth"]
defaults = { depth = 10 }
columns = ["id", "name", "label", "distance"]
order = ["distance"]

[derived]
found = "module"
ids = "module"

[title]
sv = "Vad väntar på den?"
en = "What waits for it?"

[meaning]
sv = "Alla flaskhalsar som väntar på den, och alla etableringar som den eller någon av dem hindrar."
en = "Every bottleneck that waits for it, and every establishment that it or one of those constrains."

[column.id]
kind = "id"
sv = "Den som väntar"
en = "What waits"
*/
UNWIND $found AS one
MATCH (b:Entity {id: one[0]})
WITH b.id AS id, @name(b) AS name, 'Bottleneck' AS label, one[1] AS distance
WHERE distance > 0
RETURN id, name, label, distance
UNION ALL
UNWIND $found AS one
MATCH (b:Entity {id: one[0]})-[constrains:CONSTRAINS]->(e:Establishment)
WHERE one[1] < $depth AND @accepted(b) AND @valid(constrains, $as_of) AND @accepted(e)
WITH e.id AS id, @name(e) AS name, 'Establishment' AS label, min(one[1]) + 1 AS distance
RETURN id, name, label, distance

// statement: links
// The links that lie within three of the ids, for the module to follow.
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:DEPENDS_ON*0..2]-(b:Bottleneck)
WITH DISTINCT b
MATCH (b)<-[depends:DEPENDS_ON]-(a:Bottleneck)
WHERE @valid(depends, $as_of) AND @accepted(a) AND @accepted(b)
WITH b.id AS waiting, collect(DISTINCT a.id) AS on
RETURN waiting, on

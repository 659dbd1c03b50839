/*
group = "ownership"
place = 4
one_of = ["bottleneck", "establishment"]
optional = ["depth"]
defaults = { depth = 10 }
columns = ["bottleneck", "bottleneck_name", "distance", "open", "owners", "blocked_by"]
order = ["distance"]

[derived]
found = "module"
ids = "module"

[title]
sv = "Vad väntar den på?"
en = "What does it wait for?"

[meaning]
sv = "Alla flaskhalsar som den väntar på, öppna eller inte, med den kortaste kedjans längd, direkta ägare och de öppna som i sin tur hindrar dem."
en = "Every bottleneck that it waits for, open or not, with the length of the shortest chain, direct owners, and the open ones that block it in turn."

[column.open]
kind = "boolean"
sv = "Öppen"
en = "Open"

[column.blocked_by]
kind = "ids"
sv = "Öppna flaskhalsar som den själv väntar direkt på"
en = "Open bottlenecks that it directly waits for itself"
*/
UNWIND $found AS one
MATCH (b:Entity {id: one[0]})
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, one[1] AS distance, @open(b, $as_of) AS open,
  @owners(b, $as_of) AS owners, COLLECT {
    MATCH (b)-[depends:DEPENDS_ON]->(next:Bottleneck)
    WHERE @valid(depends, $as_of) AND @open(next, $as_of)
    RETURN DISTINCT next.id
  } AS blocked_by
RETURN bottleneck, bottleneck_name, distance, open, owners, blocked_by

// statement: constraining
// Where the chains of an establishment begin.
MATCH (e:Entity {id: $establishment})<-[constrains:CONSTRAINS]-(b:Bottleneck)
WHERE @accepted(e) AND @valid(constrains, $as_of) AND @accepted(b)
WITH DISTINCT b.id AS bottleneck
RETURN bottleneck

// statement: links
// The links that lie within three of the ids, for the module to follow.
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:DEPENDS_ON*0..2]->(a:Bottleneck)
WITH DISTINCT a
MATCH (a)-[depends:DEPENDS_ON]->(b:Bottleneck)
WHERE @valid(depends, $as_of) AND @accepted(a) AND @accepted(b)
WITH a.id AS waiting, collect(DISTINCT b.id) AS on
RETURN waiting, on

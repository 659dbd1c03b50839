/*
group = "ownership"
place = 8
required = ["mandate"]
columns = ["mandate", "title", "actors", "valid_from", "valid_to", "gap_days"]
order = ["valid_from empty_first"]

[derived]
ids = "module"

[title]
sv = "Vilka uppdrag har följt på varandra?"
en = "Which mandates have followed each other?"

[meaning]
sv = "Uppdraget och alla som det tar över från eller som tar över efter det, oavsett dag, med de dagar som blev utan uppdrag."
en = "The mandate and all that it takes over from or that take over from it, on any day, with the days left without a mandate."

[column.gap_days]
kind = "integer"
sv = "Dagar utan uppdrag innan det började"
en = "Days without a mandate before it began"
*/
UNWIND $ids AS id
MATCH (m:Entity {id: id})
WITH m.id AS mandate, @name(m) AS title, @given_to(m) AS actors, m.valid_from AS valid_from, m.valid_to AS valid_to,
  COLLECT {
    MATCH (m)-[continues:CONTINUES]->(before:Mandate)
    WHERE @accepted(continues) AND @accepted(before)
    WITH DISTINCT before
    RETURN coalesce(before.valid_to, '')
  } AS ends
RETURN mandate, title, actors, valid_from, valid_to, ends

// statement: linked
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[continues:CONTINUES]-(b:Mandate)
WHERE @accepted(continues) AND @accepted(a) AND @accepted(b)
WITH a.id AS waiting, collect(DISTINCT b.id) AS on
RETURN waiting, on

// statement: first
MATCH (m:Entity {id: $mandate})
WHERE @accepted(m)
WITH m.id AS mandate
RETURN mandate

/*
group = "handover"
place = 29
required = ["text"]
optional = ["limit"]
defaults = { limit = 20 }
columns = ["id", "label", "name", "score"]
order = ["score falling"]

[derived]
terms = "module"
themes = "module"
ids = "module"
inside = "module"
around = "module"

[title]
sv = "Sök"
en = "Search"

[meaning]
sv = "Allt som heter så, på svenska eller engelska, eller har det numret; sedan det vars beskrivning eller tema nämner det. Platsord begränsar till det som finns där."
en = "Whatever has that name, in Swedish or English, or that number; then what mentions it in its description or theme. Words that are places narrow to what is there."

[column.id]
kind = "id"
sv = "Id"
en = "Id"

[column.score]
kind = "number"
sv = "Hur väl den stämmer, 0 till 1"
en = "How well it fits, 0 to 1"
*/
// Nodes whose own text holds one of the stems of every word. The module ranks them.
MATCH (n:Entity)
@finding(n, $as_of)

// statement: bottlenecks
// The same among bottlenecks alone.
MATCH (n:Bottleneck)
@finding(n, $as_of)

// statement: themed
// Bottlenecks of the themes that a word names.
MATCH (t:Entity)<-[themed:HAS_THEME]-(n:Bottleneck)
WHERE t.id IN $themes AND @valid(themed, $as_of) AND @accepted(n)
WITH DISTINCT n
WITH n.id AS id, @label(n) AS label, n.name AS name, n.name_en AS name_en, n.aliases AS aliases,
  n.reference AS reference, n.title AS title, n.description AS description, @themes(n, $as_of) AS themes
RETURN id, label, name, name_en, aliases, reference, title, description, themes

// statement: there
// Which of the nodes are in the place: the place itself, or linked to it or to what lies around it.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n.id IN $inside
  OR NOT n:Municipality AND EXISTS {
    MATCH (n)-[link:AFFECTS|CONCERNS|OCCURS_IN|PART_OF]->(place:Entity)
    WHERE place.id IN $around AND @valid(link, $as_of)
  }
  OR EXISTS {
    MATCH (n)-[link:ADDRESSES|CONCERNS]->(b:Bottleneck)-[occurs:OCCURS_IN]->(place:Entity)
    WHERE place.id IN $around AND @valid(link, $as_of) AND @valid(occurs, $as_of) AND @accepted(b)
  }
RETURN id

// statement: places
MATCH (n:Municipality)
WHERE @accepted(n)
WITH
  n.id AS id, n.name AS name, n.name_en AS name_en, n.aliases AS aliases, n.code AS code, n.county AS county
RETURN id, name, name_en, aliases, code, county
UNION ALL
MATCH (n:County)
WHERE @accepted(n)
WITH
  n.id AS id, n.name AS name, n.name_en AS name_en, n.aliases AS aliases, n.code AS code, n.county AS county
RETURN id, name, name_en, aliases, code, county

// statement: theme_names
MATCH (n:Theme)
WHERE @accepted(n)
WITH n.id AS id, @folded(@told(n)) AS told
RETURN id, told

// statement: vocabulary
// All texts, for the words that a mistyped one may be.
MATCH (n:Entity)
WHERE @standing(n, $as_of)
WITH @folded(@told(n)) AS told
RETURN told

// statement: bottleneck_vocabulary
MATCH (n:Bottleneck)
WHERE @standing(n, $as_of)
WITH @folded(@told(n)) AS told
RETURN told

/*
group = "ownership"
place = 7
required = ["ids"]
columns = ["asked", "id", "bottleneck", "bottleneck_name", "severity", "themes", "owners", "theme_owners"]
order = ["asked given", "severity falling", "bottleneck"]

[derived]
targets = "module"

[title]
sv = "Vem äger det som står på listan?"
en = "Who owns what is on the list?"

[meaning]
sv = "För varje kommun, län, etablering eller flaskhals på listan: de öppna flaskhalsarna där, med direkta ägare och temaägare. Det som inte hittas eller är tvetydigt får en egen rad."
en = "For each municipality, county, establishment or bottleneck on the list: the open bottlenecks there, with direct owners and theme owners. What is not found or has two meanings has a row of its own."

[column.asked]
kind = "text"
sv = "Det som stod på listan"
en = "What was on the list"

[column.id]
kind = "id"
sv = "Det som det tolkades som"
en = "What it was read as"
*/
// Each target is an id and what a bottleneck must lead to, or be, for the target's sake.
UNWIND $targets AS target
UNWIND target.ends AS end_id
MATCH (n:Entity {id: end_id})<-[link:OCCURS_IN|CONSTRAINS]-(b:Bottleneck)
WHERE @valid(link, $as_of) AND @accepted(n) AND @open(b, $as_of)
WITH DISTINCT target.id AS id, b
WITH id, b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, @themes(b, $as_of) AS themes,
  @owners(b, $as_of) AS owners, @occurs(b, $as_of) AS occurs
RETURN id, bottleneck, bottleneck_name, severity, themes, owners, occurs
UNION ALL
UNWIND $targets AS target
WITH target.id AS id
MATCH (b:Entity {id: id})
WHERE b:Bottleneck AND @open(b, $as_of)
WITH id, b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity,
  @themes(b, $as_of) AS themes, @owners(b, $as_of) AS owners, @occurs(b, $as_of) AS occurs
RETURN id, bottleneck, bottleneck_name, severity, themes, owners, occurs

// statement: themes
@theme_parts($as_of)

// statement: named
// Everything that can be asked for, with its names.
MATCH (n:Municipality)
WHERE @accepted(n)
WITH n.id AS id, @label(n) AS label, n.name AS name, n.name_en AS name_en, n.code AS code, n.county AS county
RETURN id, label, name, name_en, code, county
UNION ALL
MATCH (n:County)
WHERE @accepted(n)
WITH n.id AS id, @label(n) AS label, n.name AS name, n.name_en AS name_en, n.code AS code, n.county AS county
RETURN id, label, name, name_en, code, county
UNION ALL
MATCH (n:Establishment)
WHERE @accepted(n)
WITH n.id AS id, @label(n) AS label, n.name AS name, n.name_en AS name_en, n.code AS code, n.county AS county
RETURN id, label, name, name_en, code, county
UNION ALL
MATCH (n:Bottleneck)
WHERE @accepted(n)
WITH n.id AS id, @label(n) AS label, n.name AS name, n.name_en AS name_en, n.code AS code, n.county AS county
RETURN id, label, name, name_en, code, county

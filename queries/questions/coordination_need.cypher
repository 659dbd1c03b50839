/*
group = "gaps"
place = 26
columns = [
  "theme", "theme_name", "open", "severity", "unowned", "unowned_severity", "shared", "actors", "municipalities",
  "establishments", "crossing",
]
order = ["unowned_severity falling", "open falling"]

[title]
sv = "Vilka teman behöver mest samordning?"
en = "Which themes need most coordination?"

[meaning]
sv = "För varje tema med öppna flaskhalsar: hur många och hur allvarliga, hur mycket som saknar ägare eller har flera, och hur många aktörer, kommuner, etableringar och andra teman som berörs."
en = "For each theme with open bottlenecks: how many and how severe, how much has no owner or several, and how many actors, municipalities, establishments and other themes are involved."

[of]
sv = "teman"
en = "themes"

[column.severity]
kind = "integer"
sv = "Summan av allvar"
en = "Summed severity"

[column.unowned_severity]
kind = "integer"
sv = "Summan av allvar utan ägare"
en = "Summed severity without an owner"

[column.shared]
kind = "integer"
sv = "Med två eller flera direkta ägare"
en = "With two or more direct owners"

[column.actors]
kind = "integer"
sv = "Aktörer med något ansvar"
en = "Actors with any responsibility"

[column.municipalities]
kind = "integer"
sv = "Kommuner som berörs"
en = "Municipalities concerned"

[column.establishments]
kind = "integer"
sv = "Etableringar som hindras"
en = "Establishments constrained"

[column.crossing]
kind = "integer"
sv = "Beroenden mellan temat och andra"
en = "Dependencies between the theme and others"
*/
// The open bottlenecks with where they are; the module adds them up theme by theme.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of)
WITH b.id AS bottleneck, coalesce(b.severity, 0) AS severity, @themes(b, $as_of) AS themes, @occurs(b, $as_of) AS occurs
RETURN bottleneck, severity, themes, occurs

// statement: holders
@holding(['owner', 'contributor', 'consulted', 'informed'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: municipalities
MATCH (m:Municipality)
WHERE @accepted(m)
WITH m.id AS municipality, m.county AS county
RETURN municipality, county

// statement: constrained
MATCH (b:Bottleneck)-[constrains:CONSTRAINS]->(e:Establishment)
WHERE @open(b, $as_of) AND @valid(constrains, $as_of) AND @accepted(e)
WITH b.id AS waiting, collect(DISTINCT e.id) AS on
RETURN waiting, on

// statement: themes
MATCH (t:Theme)
WHERE @accepted(t)
WITH t.id AS theme, @name(t) AS theme_name, COLLECT {
  MATCH (t)<-[r:RESPONSIBLE_FOR]-(a:Actor)
  WHERE @holds(r, a, $as_of)
  RETURN DISTINCT a.id
} AS actors
RETURN theme, theme_name, actors

// statement: links
@open_links($as_of)

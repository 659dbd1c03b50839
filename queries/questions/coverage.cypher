/*
group = "gaps"
place = 18
narrowing = "municipalities"
optional = ["actor"]
columns = [
  "municipality", "municipality_name", "theme", "theme_name", "open", "owned", "contributed", "unowned",
  "owners", "theme_owners",
]

[title]
sv = "Vilka kommuner och teman är täckta?"
en = "Which municipalities and themes are covered?"

[meaning]
sv = "För varje kommun och tema med öppna flaskhalsar: hur många, hur många som har en ägare eller bidragande i kommunen, hur många som saknar ägare där. Med en aktör räknas bara dennes ägarskap och bidrag."
en = "For each municipality and theme with open bottlenecks: how many, how many have an owner or contributor in the municipality, how many have no owner there. With an actor, only its ownerships and contributions count."

[of]
sv = "par av kommun och tema med öppna flaskhalsar"
en = "pairs of municipality and theme with open bottlenecks"

[column.owned]
kind = "integer"
sv = "Med ägare i kommunen"
en = "With an owner in the municipality"

[column.contributed]
kind = "integer"
sv = "Med bidragande i kommunen"
en = "With a contributor in the municipality"

[column.unowned]
kind = "integer"
sv = "Utan ägare i kommunen"
en = "Without an owner in the municipality"

[column.owners]
kind = "ids"
sv = "Ägare i kommunen"
en = "Owners in the municipality"
*/
// The open bottlenecks with where they occur; the module adds up who has a part in them.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of)
WITH b.id AS bottleneck, @occurs(b, $as_of) AS occurs, @themes(b, $as_of) AS themes
RETURN bottleneck, occurs, themes

// statement: holders
@holding(['owner', 'contributor'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: municipalities
// Every municipality with its county, and whether it is among those asked for.
MATCH (m:Municipality)
WHERE @accepted(m)
WITH m.id AS municipality, @name(m) AS municipality_name, m.county AS county,
  @narrowed_municipality(m, $as_of) AS is_asked
RETURN municipality, municipality_name, county, is_asked

// statement: themes
// The themes asked for, with those who own them.
MATCH (t:Theme)
WHERE @accepted(t) AND @wanted(t.id, $optional.theme)
WITH t.id AS theme, @name(t) AS theme_name, @parts(t, 'owner', $as_of) AS leading
RETURN theme, theme_name, leading

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
@occurring(b, m, $as_of)
WITH b, places_, @themes(b, $as_of) AS themes, @parts(b, 'owner', $as_of) AS owning,
  @parts(b, 'contributor', $as_of) AS contributing
UNWIND places_ AS m
WITH m, themes, @covering(owning, m) AS owners, @covering(contributing, m) AS contributors
UNWIND themes AS theme
WITH m, theme, owners, contributors
WHERE $theme IS NULL OR theme = $theme
WITH theme, m, count(*) AS open, collect(owners) AS owner_lists,
  sum(CASE WHEN size(owners) > 0 AND ($actor IS NULL OR $actor IN owners) THEN 1 ELSE 0 END) AS owned,
  sum(CASE WHEN size(contributors) > 0 AND ($actor IS NULL OR $actor IN contributors) THEN 1 ELSE 0 END) AS contributed,
  sum(CASE WHEN size(owners) = 0 THEN 1 ELSE 0 END) AS unowned
WITH theme, collect({m: m, open: open, owned: owned, contributed: contributed, unowned: unowned, owners: owner_lists}) AS pairs
MATCH (t:Entity {id: theme})
WITH t, pairs, @parts(t, 'owner', $as_of) AS leading
UNWIND pairs AS pair
WITH t, pair, pair.m AS m, leading
WITH m.id AS municipality, @name(m) AS municipality_name, t.id AS theme, @name(t) AS theme_name, pair.open AS open,
  pair.owned AS owned, pair.contributed AS contributed, pair.unowned AS unowned,
  reduce(all = [], owners IN pair.owners | all + owners) AS owners, @covering(leading, m) AS theme_owners
RETURN municipality, municipality_name, theme, theme_name, open, owned, contributed, unowned, owners, theme_owners

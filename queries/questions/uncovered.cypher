/*
group = "gaps"
place = 17
narrowing = "municipalities"
columns = ["municipality", "municipality_name", "theme", "theme_name", "open_bottlenecks", "establishments"]

[title]
sv = "Var är ett tema helt utan ägare?"
en = "Where has a theme no owner at all?"

[meaning]
sv = "Kommun och tema där ingen öppen flaskhals har en ägare i kommunen och ingen äger temat där."
en = "Municipality and theme where no open bottleneck has an owner in the municipality and nobody owns the theme there."

[of]
sv = "par av kommun och tema med öppna flaskhalsar"
en = "pairs of municipality and theme with open bottlenecks"
*/
@occurring(b, m, $as_of)
WITH b, places_, @themes(b, $as_of) AS themes, @parts(b, 'owner', $as_of) AS owning
UNWIND places_ AS m
WITH m, themes, size(@covering(owning, m)) > 0 AS is_owned
UNWIND themes AS theme
WITH m, theme, is_owned
WHERE $theme IS NULL OR theme = $theme
WITH theme, m, count(*) AS open, sum(CASE WHEN is_owned THEN 1 ELSE 0 END) AS owned
WHERE owned = 0
WITH theme, collect({m: m, open: open}) AS pairs
MATCH (t:Entity {id: theme})
WITH t, pairs, @parts(t, 'owner', $as_of) AS leading
UNWIND pairs AS pair
WITH t, pair.m AS m, pair.open AS open_bottlenecks, leading
WHERE size(@covering(leading, m)) = 0
WITH m.id AS municipality, @name(m) AS municipality_name, t.id AS theme, @name(t) AS theme_name, open_bottlenecks,
  @affecting(m, $as_of) AS establishments
RETURN municipality, municipality_name, theme, theme_name, open_bottlenecks, establishments

// statement: of
@occurring(b, m, $as_of)
WITH places_, @themes(b, $as_of) AS themes
UNWIND places_ AS m
UNWIND themes AS theme
WITH DISTINCT m.id AS municipality, theme
WHERE $theme IS NULL OR theme = $theme
WITH count(*) AS of
RETURN of

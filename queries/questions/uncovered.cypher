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
// The open bottlenecks with where they occur; the module adds up who has a part in them.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of)
WITH b.id AS bottleneck, @occurs(b, $as_of) AS occurs, @themes(b, $as_of) AS themes
RETURN bottleneck, occurs, themes

// statement: holders
@holding(['owner'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: municipalities
// Every municipality with its county, and whether it is among those asked for.
MATCH (m:Municipality)
WHERE @accepted(m)
WITH m.id AS municipality, @name(m) AS municipality_name, m.county AS county,
  @narrowed_municipality(m, $as_of) AS is_asked,
  @affecting(m, $as_of) AS establishments
RETURN municipality, municipality_name, county, is_asked, establishments

// statement: themes
// The themes asked for, with those who own them.
MATCH (t:Theme)
WHERE @accepted(t) AND @wanted(t.id, $optional.theme)
WITH t.id AS theme, @name(t) AS theme_name, @parts(t, 'owner', $as_of) AS leading
RETURN theme, theme_name, leading

/*
group = "gaps"
place = 20
narrowing = "municipalities"
columns = ["municipality", "municipality_name", "establishments", "bottlenecks"]

[title]
sv = "Vilka påverkade kommuner har ingen roll?"
en = "Which affected municipalities have no role?"

[meaning]
sv = "Kommuner som en etablering påverkar och där det finns öppna flaskhalsar, utan att kommunen har något direkt ansvar för någon av dem."
en = "Municipalities that an establishment affects and where there are open bottlenecks, for none of which the municipality has any direct responsibility."

[of]
sv = "kommuner som en etablering påverkar"
en = "municipalities that an establishment affects"

[column.bottlenecks]
kind = "ids"
sv = "Öppna flaskhalsar i kommunen"
en = "Open bottlenecks in the municipality"
*/
@occurring(b, m, $as_of)
WITH b, places_
WHERE $optional.theme IS NULL OR @has_theme(b, $optional.theme, $as_of)
UNWIND places_ AS m
WITH m, b, EXISTS {
  MATCH (m)-[r:RESPONSIBLE_FOR]->(b)
  WHERE @holds(r, m, $as_of)
} AS has_part
WITH m, collect(b.id) AS bottlenecks, sum(CASE WHEN has_part THEN 1 ELSE 0 END) AS parts
WHERE parts = 0
WITH m, bottlenecks, @affecting(m, $as_of) AS establishments
WHERE size(establishments) > 0
WITH m.id AS municipality, @name(m) AS municipality_name, establishments, bottlenecks
RETURN municipality, municipality_name, establishments, bottlenecks

// statement: of
MATCH (m:Municipality)
WHERE @narrowed_municipality(m, $as_of) AND size(@affecting(m, $as_of)) > 0
WITH count(m) AS of
RETURN of

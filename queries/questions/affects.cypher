/*
group = "ownership"
place = 9
optional = ["establishment", "municipality"]
columns = [
  "establishment", "establishment_name", "status", "municipality", "municipality_name", "how",
  "document", "locator", "confidence",
]
order = ["establishment", "municipality"]

[title]
sv = "Vilka kommuner påverkas av vilka etableringar?"
en = "Which municipalities do which establishments affect?"

[meaning]
sv = "Varje koppling mellan etablering och kommun som gäller dagen, med hur och källa."
en = "Every link between establishment and municipality that is valid on the day, with how, and source."

[column.how]
kind = "choice"
sv = "På vilket sätt"
en = "In what way"
*/
MATCH (e:Establishment)-[affects:AFFECTS]->(m:Municipality)
WHERE @wanted(e.id, $optional.establishment) AND @wanted(m.id, $optional.municipality)
  AND @valid(affects, $as_of) AND @accepted(e) AND @accepted(m)
WITH e.id AS establishment, @name(e) AS establishment_name, e.status AS status, m.id AS municipality,
  @name(m) AS municipality_name, affects.how AS how, affects.document AS document, affects.locator AS locator,
  coalesce(affects.confidence, 'stated') AS confidence
RETURN establishment, establishment_name, status, municipality, municipality_name, how, document, locator, confidence

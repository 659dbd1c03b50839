/*
group = "gaps"
place = 12
narrowing = "bottlenecks"
columns = [
  "bottleneck", "bottleneck_name", "severity", "themes", "municipalities", "theme_owners", "last_owner", "ended",
]
order = ["severity falling"]

[title]
sv = "Vilka flaskhalsar saknar ägare?"
en = "Which bottlenecks have no owner?"

[meaning]
sv = "Öppna flaskhalsar som ingen äger direkt, med temaägarna som uppslag och den som ägde dem sist."
en = "Open bottlenecks that nobody owns directly, with the theme owners as leads and whoever owned them last."

[of]
sv = "öppna flaskhalsar"
en = "open bottlenecks"

[column.last_owner]
kind = "id"
sv = "Den som ägde den sist"
en = "Who owned it last"

[column.ended]
kind = "date"
sv = "Då det ägarskapet upphörde"
en = "When that ownership ended"
*/
// The open bottlenecks asked for and where they occur; the module keeps those that nobody owns.
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, @themes(b, $as_of) AS themes,
  @occurs(b, $as_of) AS occurs
RETURN bottleneck, bottleneck_name, severity, themes, occurs

// statement: responsibilities
@responsibilities(['owner'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: municipalities
MATCH (m:Municipality)
WHERE @accepted(m)
WITH m.id AS municipality, m.county AS county
RETURN municipality, county

// statement: themes
@theme_parts($as_of)

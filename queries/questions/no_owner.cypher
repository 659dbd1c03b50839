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
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of) AND NOT @owned(b, $as_of)
WITH b, @places(b, $as_of) AS places
WITH b, @last_ownership(b, $as_of) AS last, COLLECT {
  MATCH (b)-[themed:HAS_THEME]->(t:Theme)<-[r:RESPONSIBLE_FOR {role: 'owner'}]-(a:Actor)
  WHERE @valid(themed, $as_of) AND @accepted(t) AND @holds(r, a, $as_of) AND @meets(r, places)
  RETURN DISTINCT a.id
} AS theme_owners
WITH b.id AS bottleneck, @name(b) AS bottleneck_name, b.severity AS severity, @themes(b, $as_of) AS themes,
  @municipalities(b, $as_of) AS municipalities, theme_owners, last[1] AS last_owner, last[0] AS ended
RETURN bottleneck, bottleneck_name, severity, themes, municipalities, theme_owners, last_owner, ended

// statement: of
MATCH (b:Bottleneck)
WHERE @open(b, $as_of) AND @narrowed(b, $as_of)
WITH count(b) AS of
RETURN of

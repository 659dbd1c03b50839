/*
group = "gaps"
place = 22
optional = ["establishment"]
columns = ["establishment", "establishment_name", "status", "bottlenecks", "unowned", "deepest_unowned"]
order = ["unowned falling", "bottlenecks falling"]

[title]
sv = "Vilka etableringar väntar på öppna flaskhalsar?"
en = "Which establishments wait for open bottlenecks?"

[meaning]
sv = "Etableringar som inte är inställda och som genom en kedja av öppna flaskhalsar väntar på minst en: hur många, hur många utan ägare och vilken av dem som ligger längst bort."
en = "Establishments not cancelled that wait for at least one through a chain of open bottlenecks: how many, how many without an owner, and which of these is furthest away."

[of]
sv = "etableringar som inte är inställda"
en = "establishments not cancelled"

[column.deepest_unowned]
kind = "id"
sv = "Den utan ägare som ligger längst bort"
en = "The one without an owner that is furthest away"
*/
// The establishments with the open bottlenecks that constrain them; the module follows the chains from there.
MATCH (e:Establishment)<-[constrains:CONSTRAINS]-(b:Bottleneck)
WHERE @wanted(e.id, $optional.establishment) AND @accepted(e) AND coalesce(e.status, '') <> 'cancelled'
  AND @valid(constrains, $as_of) AND @open(b, $as_of)
WITH e.id AS establishment, @name(e) AS establishment_name, e.status AS status, collect(DISTINCT b.id) AS constrained_by
RETURN establishment, establishment_name, status, constrained_by

// statement: links
@open_links($as_of)

// statement: holders
@holding(['owner'], $as_of)

// statement: mandates
@mandate_days(m)

// statement: of
MATCH (e:Establishment)
WHERE @wanted(e.id, $optional.establishment) AND @accepted(e) AND coalesce(e.status, '') <> 'cancelled'
WITH count(e) AS of
RETURN of

/*
group = "ownership"
place = 11
optional = ["mandate"]
columns = ["mandate", "title", "actor", "actor_name", "appropriation", "share", "valid_from", "valid_to"]
order = ["mandate", "actor", "appropriation"]

[title]
sv = "Vem betalar för uppdragen?"
en = "Who pays for the mandates?"

[meaning]
sv = "Finansieringen av uppdrag som gäller dagen, med anslag och andel. Datumen är finansieringens egna."
en = "The funding of mandates that are valid on the day, with appropriation and share. The dates are the funding's own."

[column.actor]
kind = "id"
sv = "Den som finansierar"
en = "Who funds it"
*/
MATCH (m:Mandate)-[funded:FUNDED_BY]->(a:Actor)
WHERE @wanted(m.id, $optional.mandate)
  AND @valid(m, $as_of) AND @valid(funded, $as_of) AND @valid(a, $as_of)
WITH m.id AS mandate, @name(m) AS title, a.id AS actor, @name(a) AS actor_name,
  funded.appropriation AS appropriation, funded.share AS share,
  funded.valid_from AS valid_from, funded.valid_to AS valid_to
RETURN mandate, title, actor, actor_name, appropriation, share, valid_from, valid_to

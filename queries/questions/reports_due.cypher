/*
group = "gaps"
place = 23
optional = ["days", "overdue"]
defaults = { days = 90, overdue = 0 }
columns = ["mandate", "title", "actors", "due"]
order = ["due"]

[derived]
earliest = "as_of - overdue"
latest = "as_of + days"

[title]
sv = "Vilka redovisningar ska lämnas snart?"
en = "Which reports are due soon?"

[meaning]
sv = "Dagar då ett uppdrag ska redovisas, oavsett om uppdraget gäller dagen, med dem som det är givet till."
en = "Days on which a mandate's report is due, whether the mandate is valid on the day or not, with those it is given to."

[of]
sv = "redovisningsdagar i alla uppdrag"
en = "report dates of all mandates"
*/
MATCH (m:Mandate)
WHERE @accepted(m)
UNWIND coalesce(m.report_due, []) AS due
WITH DISTINCT m, due
WHERE $earliest <= due AND due <= $latest
WITH m.id AS mandate, @name(m) AS title, @given_to(m) AS actors, due
RETURN mandate, title, actors, due

// statement: of
MATCH (m:Mandate)
WHERE @accepted(m)
UNWIND coalesce(m.report_due, []) AS due
WITH DISTINCT m.id AS mandate, due
WITH count(due) AS of
RETURN of

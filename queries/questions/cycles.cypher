/*
group = "gaps"
place = 21
columns = ["bottlenecks"]
order = ["bottlenecks fewest"]

[title]
sv = "Vilka flaskhalsar väntar på varandra i ring?"
en = "Which bottlenecks wait for each other in a ring?"

[meaning]
sv = "Varje ring av öppna flaskhalsar som väntar på varandra, de kortaste först; högst tusen visas."
en = "Every ring of open bottlenecks that wait for each other, the shortest first; a thousand at most are shown."

[of]
sv = "öppna flaskhalsar"
en = "open bottlenecks"

[column.bottlenecks]
kind = "sequence"
sv = "Flaskhalsarna i ringen, i ordning"
en = "The bottlenecks of the ring, in its order"
*/
@open_links($as_of)

// statement: of
MATCH (b:Bottleneck)
WHERE @open(b, $as_of)
WITH count(b) AS of
RETURN of

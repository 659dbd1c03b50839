/*
group = "gaps"
place = 24
optional = ["confidence"]
columns = ["start", "type", "end", "confidence", "document"]
order = ["type", "start", "end"]

[title]
sv = "Vilka uppgifter är svagt belagda?"
en = "Which facts are weakly supported?"

[meaning]
sv = "Kopplingar som gäller dagen och som inte är uttryckta i en källa eller saknar handling; förslag räknas med."
en = "Relationships valid on the day that are not stated in a source or have no document; proposals count here."

[of]
sv = "kopplingar som gäller dagen"
en = "relationships valid on the day"

[column.start]
kind = "id"
sv = "Från"
en = "From"

[column.type]
kind = "text"
sv = "Slag"
en = "Type"

[column.end]
kind = "id"
sv = "Till"
en = "To"
*/
MATCH (a:Entity)-[r]->(b:Entity)
WHERE @is_evidence(a, r, b, $as_of)
WITH a, r, b, coalesce(r.confidence, 'stated') AS confidence
WHERE (confidence <> 'stated' OR r.document IS NULL) AND @wanted(confidence, $optional.confidence)
WITH a.id AS start, type(r) AS type, b.id AS `end`, confidence, r.document AS document
RETURN start, type, `end`, confidence, document

// statement: of
MATCH (a:Entity)-[r]->(b:Entity)
WHERE @is_evidence(a, r, b, $as_of)
WITH count(r) AS of
RETURN of

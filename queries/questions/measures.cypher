/*
group = "ownership"
place = 10
required = ["bottleneck"]
columns = ["measure", "measure_name", "status", "start", "end", "leads", "partners", "document"]
order = ["start"]

[title]
sv = "Vad görs åt flaskhalsen?"
en = "What is done about the bottleneck?"

[meaning]
sv = "Åtgärderna mot flaskhalsen och vilka som leder och deltar i dem."
en = "The measures that address the bottleneck, and who leads and takes part in them."

[column.measure]
kind = "id"
sv = "Åtgärd"
en = "Measure"

[column.measure_name]
kind = "text"
sv = "Åtgärdens namn"
en = "Measure's name"

[column.start]
kind = "date"
sv = "Start"
en = "Start"

[column.leads]
kind = "ids"
sv = "De som leder"
en = "Those who lead"

[column.partners]
kind = "ids"
sv = "De som deltar"
en = "Those who take part"

[column.document]
kind = "id"
sv = "Åtgärdens handling"
en = "The measure's document"
*/
MATCH (b:Entity {id: $bottleneck})<-[addresses:ADDRESSES]-(m:Measure)
WHERE @accepted(b) AND @valid(addresses, $as_of) AND @accepted(m)
WITH DISTINCT m
WITH m.id AS measure, @name(m) AS measure_name, m.status AS status, m.start AS start, m.`end` AS `end`, COLLECT {
  MATCH (m)<-[carries:CARRIES_OUT {role: 'lead'}]-(a:Actor)
  WHERE @valid(carries, $as_of) AND @valid(a, $as_of)
  RETURN DISTINCT a.id
} AS leads, COLLECT {
  MATCH (m)<-[carries:CARRIES_OUT {role: 'partner'}]-(a:Actor)
  WHERE @valid(carries, $as_of) AND @valid(a, $as_of)
  RETURN DISTINCT a.id
} AS partners, m.document AS document
RETURN measure, measure_name, status, start, `end`, leads, partners, document

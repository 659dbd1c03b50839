// The node's relationships in either direction, on any day or those that hold on one; what follows from others is none.
MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE type(r) <> 'IN_COUNTY' AND ($as_of IS NULL OR @valid(r, $as_of) AND @standing(n, $as_of)
  AND @standing(m, $as_of) AND @mandate_holds(r, $as_of))
WITH type(r) AS type, startNode(r).id AS start, endNode(r).id AS end, r.role AS role, r.valid_from AS valid_from,
  r.valid_to AS valid_to, r.mandate AS mandate, r.document AS document, r.locator AS locator,
  coalesce(r.confidence, 'stated') AS confidence, @name(m) AS other_name
RETURN type, start, end, role, valid_from, valid_to, mandate, document, locator, confidence, other_name
ORDER BY type, start, end, valid_from, role
LIMIT $most

// The bottleneck itself, whether it is open, and who owned it last.
MATCH (b:Entity {id: $bottleneck})
WITH b, @last_ownership(b, $as_of) AS last, @open(b, $as_of) AS is_open
OPTIONAL MATCH (a:Entity {id: coalesce(last[1], '')})
WITH @name(b) AS name, is_open, @name(a) AS last_owner, last[0] AS ended
RETURN name, is_open, last_owner, ended

// The words that the questions share. Read words.py for how they are put in their place.
// A name that a word makes for itself ends with an underscore, so that it meets no name of a question.

/// name(n): the node's name in the language asked for
CASE WHEN $english THEN coalesce(@n.name_en, @n.name) ELSE @n.name END

/// label(n): the model's label of the node
CASE WHEN @n:Municipality THEN 'Municipality' ELSE head([label_ IN labels(@n) WHERE label_ <> 'Entity']) END

/// accepted(x): the node or relationship is not a proposal that nobody has accepted
coalesce(@x.confidence, '') <> 'proposed'

/// within(x, day): the day lies within the validity of x; an empty end bounds nothing
(@x.valid_from IS NULL OR @x.valid_from <= @day) AND (@x.valid_to IS NULL OR @x.valid_to >= @day)

/// wanted(value, choice): the value is the one that was chosen, if one was
(@choice IS NULL OR @value = @choice)

/// valid(x, day): the relationship, or the actor, is valid on the day and accepted
(@within(@x, @day) AND @accepted(@x))

/// mandate_holds(r, day): the mandate that the responsibility names, if any, is valid on the day and accepted
// An id that may be empty makes the embedded engine look at every node, so the empty one is asked for first.
(@r.mandate IS NULL OR NOT EXISTS {
  MATCH (mandate_:Entity {id: coalesce(@r.mandate, '')})
  WHERE mandate_.valid_from > @day OR mandate_.valid_to < @day OR mandate_.confidence = 'proposed'
})

/// holds(r, a, day): the responsibility r of the actor a holds on the day
(@valid(@r, @day) AND @valid(@a, @day) AND @mandate_holds(@r, @day))

/// start(r, a, m): the first day of a responsibility: the latest start of r, its actor and its mandate; empty where none has one
reduce(start_ = null, day_ IN [@r.valid_from, @a.valid_from, @m.valid_from] |
  CASE WHEN start_ IS NULL OR day_ > start_ THEN day_ ELSE start_ END)

/// end(r, a, m): the last day of a responsibility: the earliest end of r, its actor and its mandate; empty where none has one
reduce(end_ = null, day_ IN [@r.valid_to, @a.valid_to, @m.valid_to] |
  CASE WHEN end_ IS NULL OR day_ < end_ THEN day_ ELSE end_ END)

/// open(b, day): the bottleneck is accepted, raised by the day, and not resolved on it
(@accepted(@b) AND (@b.raised IS NULL OR @b.raised <= @day)
  AND (@b.resolved IS NOT NULL AND @b.resolved > @day OR @b.resolved IS NULL AND coalesce(@b.status, '') <> 'resolved'))

/// owned(b, day): the bottleneck has a direct owner on the day, whatever its scope
EXISTS {
  MATCH (@b)<-[owns_:RESPONSIBLE_FOR {role: 'owner'}]-(owner_:Actor)
  WHERE @holds(owns_, owner_, @day)
}

/// owners(b, day): the ids of the bottleneck's direct owners on the day
COLLECT {
  MATCH (@b)<-[owns_:RESPONSIBLE_FOR {role: 'owner'}]-(owner_:Actor)
  WHERE @holds(owns_, owner_, @day)
  RETURN DISTINCT owner_.id
}

/// themes(b, day): the ids of the bottleneck's themes; one that is linked twice may stand twice
[(@b)-[themed_:HAS_THEME]->(theme_:Theme) WHERE @valid(themed_, @day) AND @accepted(theme_) | theme_.id]

/// places(b, day): the ids of the municipalities and counties where the bottleneck is
COLLECT {
  MATCH (@b)-[occurs_:OCCURS_IN]->(place_:Entity)
  WHERE @valid(occurs_, @day) AND @accepted(place_)
  OPTIONAL MATCH (place_)<-[:IN_COUNTY]-(within_:Municipality)
  WHERE @accepted(within_)
  UNWIND [place_.id, place_.county, within_.id] AS id_
  WITH DISTINCT id_ WHERE id_ IS NOT NULL
  RETURN id_
}

/// municipalities(b, day): the ids of the municipalities where the bottleneck is
COLLECT {
  MATCH (@b)-[occurs_:OCCURS_IN]->(place_:Entity)
  WHERE @valid(occurs_, @day) AND @accepted(place_)
  OPTIONAL MATCH (place_)<-[:IN_COUNTY]-(within_:Municipality)
  WHERE @accepted(within_)
  UNWIND [CASE WHEN place_:Municipality THEN place_.id END, within_.id] AS id_
  WITH DISTINCT id_ WHERE id_ IS NOT NULL
  RETURN id_
}

/// meets(r, places): the responsibility's scope is empty or shares an id with the places
(@r.scope IS NULL OR any(id_ IN @r.scope WHERE id_ IN @places))

/// covers(r, m): the responsibility's scope is empty or names the municipality or its county
(@r.scope IS NULL OR @m.id IN @r.scope OR @m.county IN @r.scope)

/// in_municipality(b, m, day): the bottleneck has the municipality of that id among its places
EXISTS {
  MATCH (@b)-[occurs_:OCCURS_IN]->(place_:Entity)
  WHERE @valid(occurs_, @day) AND @accepted(place_)
    AND (place_.id = @m OR EXISTS {
      MATCH (place_)<-[:IN_COUNTY]-(within_:Entity {id: @m})
      WHERE @accepted(within_)
    })
}

/// in_county(b, c, day): the bottleneck has the county of that id among its places
EXISTS {
  MATCH (@b)-[occurs_:OCCURS_IN]->(place_:Entity)
  WHERE @valid(occurs_, @day) AND @accepted(place_) AND (place_.id = @c OR place_.county = @c)
}

/// constrains(b, e, day): the bottleneck CONSTRAINS the establishment of that id
EXISTS {
  MATCH (@b)-[constrains_:CONSTRAINS]->(establishment_:Entity {id: @e})
  WHERE @valid(constrains_, @day) AND @accepted(establishment_)
}

/// has_theme(b, t, day): the bottleneck has the theme of that id
EXISTS {
  MATCH (@b)-[themed_:HAS_THEME]->(theme_:Entity {id: @t})
  WHERE @valid(themed_, @day) AND @accepted(theme_)
}

/// narrowed(b, day): the bottleneck is of the theme, place and establishment that are asked for, if any
($optional.theme IS NULL OR @has_theme(@b, $optional.theme, @day))
AND ($optional.municipality IS NULL OR @in_municipality(@b, $optional.municipality, @day))
AND ($optional.county IS NULL OR @in_county(@b, $optional.county, @day))
AND ($optional.establishment IS NULL OR @constrains(@b, $optional.establishment, @day))

/// last_ownership(b, day): of the ownerships that held on some day and ended before this one, the last: [end, actor], or null
head(COLLECT {
  MATCH (@b)<-[owned_:RESPONSIBLE_FOR {role: 'owner'}]-(owner_:Actor)
  WHERE @accepted(owned_) AND @accepted(owner_)
  OPTIONAL MATCH (mandate_:Entity {id: coalesce(owned_.mandate, '')})
  WITH owner_.id AS id_, mandate_, @start(owned_, owner_, mandate_) AS start_, @end(owned_, owner_, mandate_) AS end_
  WHERE end_ < @day AND (start_ IS NULL OR start_ <= end_) AND coalesce(mandate_.confidence, '') <> 'proposed'
  RETURN [end_, id_]
  ORDER BY end_ DESC, id_
  LIMIT 1
})

/// folded(text): the text in small letters without the usual accents, as spelling.py has it
replace(replace(replace(replace(replace(toLower(@text), 'å', 'a'), 'ä', 'a'), 'ö', 'o'), 'é', 'e'), 'ü', 'u')

/// told(n): everything that a node is found by, as one text
@n.id + ' ' + coalesce(@n.name, '') + ' ' + coalesce(@n.name_en, '') + ' ' + coalesce(@n.reference, '') + ' '
  + coalesce(@n.title, '') + ' ' + coalesce(@n.description, '')
  + reduce(all_ = '', alias_ IN coalesce(@n.aliases, []) | all_ + ' ' + alias_)

/// standing(n, day): the node is accepted, and if it is an actor, valid on the day
(@accepted(@n) AND (NOT @n:Actor OR @within(@n, @day)))

/// theme_owners(b, places, day): the ids of the bottleneck's theme owners: leads, not owners
COLLECT {
  MATCH (@b)-[themed_:HAS_THEME]->(theme_:Theme)<-[leads_:RESPONSIBLE_FOR {role: 'owner'}]-(lead_:Actor)
  WHERE @valid(themed_, @day) AND @accepted(theme_) AND @holds(leads_, lead_, @day) AND @meets(leads_, @places)
  RETURN DISTINCT lead_.id
}

/// with_counties(r): the ids of the responsibility's scope with the counties of its municipalities
(coalesce(@r.scope, []) + COLLECT {
  UNWIND coalesce(@r.scope, []) AS id_
  MATCH (municipality_:Entity {id: id_})-[:IN_COUNTY]->(county_:County)
  WHERE @accepted(municipality_)
  RETURN county_.id
})

/// affecting(m, day): the ids of the establishments that AFFECT the municipality
COLLECT {
  MATCH (establishment_:Establishment)-[affects_:AFFECTS]->(@m)
  WHERE @valid(affects_, @day) AND @accepted(establishment_)
  RETURN DISTINCT establishment_.id
}

/// narrowed_municipality(m, day): the municipality is the one, in the county, affected by the establishment that are asked for, if any
(@accepted(@m) AND @wanted(@m.id, $optional.municipality) AND @wanted(@m.county, $optional.county)
  AND ($optional.establishment IS NULL OR EXISTS {
    MATCH (@m)<-[affects_:AFFECTS]-(establishment_:Entity {id: $optional.establishment})
    WHERE @valid(affects_, @day) AND @accepted(establishment_)
  }))

/// given_to(m): the ids of the actors that the mandate is given to, on any day
COLLECT {
  MATCH (@m)-[given_:GIVEN_TO]->(holder_:Actor)
  WHERE @accepted(given_) AND @accepted(holder_)
  RETURN DISTINCT holder_.id
}

/// is_evidence(a, r, b, day): the relationship is the model's, valid on the day, and has no actor at either end that is not
type(@r) <> 'IN_COUNTY' AND @within(@r, @day)
  AND (NOT @a:Actor OR @within(@a, @day)) AND (NOT @b:Actor OR @within(@b, @day))

/// occurring(b, m, day): clauses: from each open bottleneck b that is asked for, its municipalities m, each once
MATCH (@b:Bottleneck)-[occurs_:OCCURS_IN]->(place_:Entity)
WHERE @open(@b, @day) AND @valid(occurs_, @day) AND @accepted(place_)
OPTIONAL MATCH (place_)<-[:IN_COUNTY]-(within_:Municipality)
WITH @b, CASE WHEN place_:Municipality THEN place_ ELSE within_ END AS @m
WHERE @m IS NOT NULL AND @narrowed_municipality(@m, @day)
WITH @b, collect(DISTINCT @m) AS places_

/// parts(n, role, day): who has that role for the bottleneck or theme on the day: a list of [actor, scope]
COLLECT {
  MATCH (@n)<-[part_:RESPONSIBLE_FOR {role: @role}]-(actor_:Actor)
  WHERE @holds(part_, actor_, @day)
  RETURN [actor_.id, part_.scope]
}

/// theme_parts(day): clauses: every theme with those who own it: leads, not owners
MATCH (t:Theme)
WHERE @accepted(t)
WITH t.id AS theme, @parts(t, 'owner', @day) AS leading
RETURN theme, leading

/// open_links(day): clauses: each open bottleneck that DEPENDS_ON an open one, and which
MATCH (a:Bottleneck)-[depends:DEPENDS_ON]->(b:Bottleneck)
WHERE @valid(depends, @day) AND @open(a, @day) AND @open(b, @day)
WITH a.id AS waiting, collect(DISTINCT b.id) AS on
RETURN waiting, on

/// agreed(p, q, day): valid mandates given to p that cooperate with or consult q
COLLECT {
  MATCH (@p)<-[given_:GIVEN_TO]-(mandate_:Mandate)-[agrees_:COOPERATES_WITH|CONSULTS]->(@q)
  WHERE @valid(given_, @day) AND @valid(mandate_, @day) AND @valid(agrees_, @day)
  RETURN DISTINCT mandate_.id
}

/// occurs(b, day): the ids of the municipalities and counties that the bottleneck itself OCCURS_IN
[(@b)-[occurs_:OCCURS_IN]->(place_:Entity) WHERE @valid(occurs_, @day) AND @accepted(place_) | place_.id]

/// finding(n, day): clauses: of the nodes n, those whose text holds one of the stems of every word, with all their texts
WHERE @standing(@n, @day)
WITH @n, @folded(@told(@n)) AS told_
WHERE all(stems_ IN $terms WHERE any(stem_ IN stems_ WHERE told_ CONTAINS stem_))
WITH @n.id AS id, @label(@n) AS label, @n.name AS name, @n.name_en AS name_en, @n.aliases AS aliases,
  @n.reference AS reference, @n.title AS title, @n.description AS description, @themes(@n, @day) AS themes
RETURN id, label, name, name_en, aliases, reference, title, description, themes

/// responsibilities(roles, day): a statement: every accepted responsibility of those roles for an open bottleneck, with its own days and its actor's
MATCH (bottleneck_:Bottleneck)<-[r_:RESPONSIBLE_FOR]-(actor_:Actor)
WHERE r_.role IN @roles AND @open(bottleneck_, @day) AND @accepted(r_) AND @accepted(actor_)
@responsibility_rows(r_, actor_, bottleneck_)

/// holding(roles, day): a statement: who has one of those roles for an open bottleneck on the day, if the mandate holds then
MATCH (bottleneck_:Bottleneck)<-[r_:RESPONSIBLE_FOR]-(actor_:Actor)
WHERE r_.role IN @roles AND @open(bottleneck_, @day) AND @valid(r_, @day) AND @valid(actor_, @day)
WITH bottleneck_.id AS bottleneck, actor_.id AS actor, r_.role AS role, r_.scope AS scope, r_.mandate AS mandate
RETURN bottleneck, actor, role, scope, mandate

/// responsibility_rows(r, a, b): clauses: the responsibility r of the actor a for the bottleneck b, with its own days and its actor's
WITH @b.id AS bottleneck, @a.id AS actor, @name(@a) AS actor_name, @r.role AS role, @r.scope AS scope,
  @r.mandate AS mandate, @r.valid_from AS valid_from, @r.valid_to AS valid_to, @a.valid_from AS actor_from,
  @a.valid_to AS actor_to
RETURN bottleneck, actor, actor_name, role, scope, mandate, valid_from, valid_to, actor_from, actor_to

/// mandate_days(m): a statement: every mandate m with its days, which bound the responsibilities that name it
MATCH (@m:Mandate)
WITH @m.id AS mandate, @m.valid_from AS valid_from, @m.valid_to AS valid_to, @accepted(@m) AS is_accepted
RETURN mandate, valid_from, valid_to, is_accepted

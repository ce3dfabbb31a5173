-- Counsel are known by id alone (UUIDv7). What was entered before as a name or a made-up number
-- leaves the records and their history: it would go out with the next event.
update mediation_case
set proceedings = jsonb_set(
    jsonb_set(proceedings, '{counselIds}', '[]'),
    '{sessions}',
    (select coalesce(jsonb_agg(session || '{"counselIds": []}'), '[]')
     from jsonb_array_elements(proceedings -> 'sessions') session))
where exists (
    select
    from jsonb_path_query(proceedings, '$.**.counselIds[*]') counsel
    where counsel #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$');

update journal
set snapshot = jsonb_set(
    jsonb_set(snapshot, '{proceedings,counselIds}', '[]'),
    '{proceedings,sessions}',
    (select coalesce(jsonb_agg(session || '{"counselIds": []}'), '[]')
     from jsonb_array_elements(snapshot -> 'proceedings' -> 'sessions') session))
where kind = 'mediation.case.v1'
  and exists (
    select
    from jsonb_path_query(snapshot, '$.**.counselIds[*]') counsel
    where counsel #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$');

-- A subtype is a code of the list, no longer any word in capitals.
update mediation_case
set dispute_subtype = null
where dispute_subtype not in ('MIGRANT_WAGES', 'E_COMMERCE', 'OTHER');

update journal
set snapshot = snapshot - 'disputeSubtype'
where kind = 'mediation.case.v1'
  and snapshot ->> 'disputeSubtype' not in ('MIGRANT_WAGES', 'E_COMMERCE', 'OTHER');

-- The petition that a case was made of: where it leaves its service, the case is found by it.
alter table mediation_case add column petition_id uuid;

comment on column mediation_case.petition_id is 'Goes with the matter at a handover; published by no event.';

create index mediation_case_petition
    on mediation_case (petition_id)
    where petition_id is not null;

-- The cases of before: the event that made one is named as the client of its registration.
with recursive made (case_id, petition_id) as (
    select record_id, split_part(client, ':', 1)::uuid
    from journal
    where kind = 'mediation.case.v1'
      and step = 'REGISTER'
      and issuer = 'urn:fengqiao:event'
      and subject = 'petition.petition.v1'
      and client like '%:%'
    union
    select taken.id, made.petition_id
    from mediation_case taken
    join made on taken.handed_over_from = made.case_id
)
update mediation_case it
set petition_id = made.petition_id
from made
where it.id = made.case_id;

-- Petitions that have left since are in the topic still: it is read again, and repeats nothing.
update inbox_offset
set position = 0
where topic = 'petition.petition.v1';

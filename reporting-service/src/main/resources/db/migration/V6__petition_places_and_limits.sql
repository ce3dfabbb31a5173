-- Where a petition was registered, whoever holds it now, and the day its limit to conclude began. Until an event tells
-- them: where it is held, and the day it was accepted where it has a limit.
alter table petition_fact
    add column registered_division char(12) collate "C",
    add column limit_started_on date;
update petition_fact
set registered_division = division,
    limit_started_on = case when due_on is not null then accepted_on end;

create index petition_registered_at on petition_fact (registered_division, registered_on)
    include (record_id, version, form, source, content_class, handling_unit, status, repetition)
    where registered_on is not null and not voided;
create index petition_limit_started on petition_fact (division, limit_started_on)
    include (record_id, version, form, source, content_class, handling_unit, due_on, concluded_on, refused_on, withdrawn_on)
    where limit_started_on is not null and not voided;

-- What was refused or withdrawn within a limit is in no part of its share: the index alone tells.
drop index petition_due_or_concluded;
create index petition_due_or_concluded on petition_fact (division, due_or_concluded_on)
    include (record_id, version, form, source, content_class, handling_unit, due_on, concluded_on, refused_on, withdrawn_on)
    where due_or_concluded_on is not null and not voided;
drop index petition_tell_due_or_told;
create index petition_tell_due_or_told on petition_fact (division, tell_due_or_told_on)
    include (record_id, version, form, source, content_class, handling_unit, tell_due_on, told_on, withdrawn_on)
    where tell_due_or_told_on is not null and not voided;
drop index petition_registered;
create index petition_received on petition_fact (division, received_on)
    include (record_id, version, form, source, content_class, handling_unit, tell_due_on, told_on, withdrawn_on)
    where received_on is not null and not voided;

-- An answer to a proposal is one of three, no yes or no. Answered ones are dead letters until they are retried.
alter table proposal_fact
    alter column adopted type text using case adopted when true then 'ADOPTED' when false then 'NOT_ADOPTED' end;

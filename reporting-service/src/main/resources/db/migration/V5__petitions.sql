-- Petitions and visits, in the shape of V1. One partial index per count date, by division path.

create table petition_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    matter_id uuid,
    petition_number text,
    national_number text,
    status text,
    place char(12) collate "C",
    form text,
    sub_channel text,
    source text,
    sender_division char(12) collate "C",
    purpose text,
    handling_class text,
    route text,
    content_class text,
    repetition text,
    joint boolean,
    persons int,
    handling_unit text,
    petitioned_on date,
    registered_on date,
    exchanged_on date,
    received_on date,
    told_on date,
    tell_due_on date,
    tell_due_or_told_on date,
    accepted_on date,
    refused_on date,
    redirected_on date,
    withdrawn_on date,
    due_on date,
    due_or_concluded_on date,
    extension_days int,
    concluded_on date,
    conclusion_kind text,
    opinion_outcome text,
    reply_received_on date,
    resolved_on date,
    reexamination_requested_on date,
    reexamined_on date,
    final_review_requested_on date,
    final_reviewed_on date,
    rateable boolean,
    department_rating text,
    department_rated_on date,
    unit_rating text,
    unit_rated_on date,
    referral_id uuid,
    referral_committee_id uuid,
    referral_dispute_type text,
    referred_to_mediation_on date,
    mediation_outcome text,
    mediation_ended_on date
);

create index petition_accepted on petition_fact (division, accepted_on)
    include (record_id, version, form, source, content_class, handling_unit, due_on, concluded_on, withdrawn_on)
    where accepted_on is not null and not voided;
create index petition_due_or_concluded on petition_fact (division, due_or_concluded_on)
    include (record_id, version, form, source, content_class, handling_unit, due_on, concluded_on)
    where due_or_concluded_on is not null and not voided;
create index petition_concluded on petition_fact (division, concluded_on)
    include (record_id, version, form, source, content_class, handling_unit, rateable, department_rating, unit_rating)
    where concluded_on is not null and not voided;
create index petition_tell_due_or_told on petition_fact (division, tell_due_or_told_on)
    include (record_id, version, form, source, content_class, handling_unit, tell_due_on, told_on)
    where tell_due_or_told_on is not null and not voided;
create index petition_registered on petition_fact (division, registered_on)
    include (record_id, version, form, source, content_class, handling_unit, status, repetition, tell_due_on, told_on)
    where registered_on is not null and not voided;

create table visit_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    visited_on date,
    visit_level text,
    persons int,
    petition_id uuid,
    matter_id uuid,
    visit_place text,
    group_visit boolean,
    skip_level boolean
);

create index visit_visited on visit_fact (division, visited_on)
    include (record_id, version, visit_level, group_visit, persons, matter_id, visit_place)
    where visited_on is not null and not voided;

create table backlog_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    listed_on date,
    resolved_on date,
    petition_id uuid,
    content_class text
);

create index backlog_resolved on backlog_fact (division, resolved_on)
    include (record_id, version, content_class)
    where resolved_on is not null and not voided;

create table supervision_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    supervised_on date,
    cause text,
    due_on date,
    answered_on date,
    petition_id uuid
);

create table proposal_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    proposed_on date,
    kind text,
    answered_on date,
    adopted boolean
);

-- Major decisions.
create table major_decision (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    status text not null,
    title text not null,
    matter_kind text not null,
    proposed_on date not null,
    comment_from date,
    comment_until date,
    papers_on date,
    reviewed_on date,
    review_result text,
    counsel_opinion_on date,
    adviser_id uuid,
    counsel_opinion text,
    discussed_on date,
    head_spoke_last boolean,
    dissents integer,
    decided_on date,
    outcome text,
    archived_on date,
    withdrawn_on date,
    record text
);
create index major_decision_of on major_decision (division, id);
create index major_decision_by_day on major_decision (division, proposed_on);

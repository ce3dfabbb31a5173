-- Enforcement, and what it is answerable for.
create table enforcement_officer (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    name text not null,
    unit text,
    post_from date not null,
    post_until date,
    certificate_number text,
    certificate_from date,
    certificate_until date,
    certificate_withdrawn_on date
);
create index enforcement_officer_of on enforcement_officer (division, id);
create index enforcement_officer_by_day on enforcement_officer (division, post_from);

create table penalty_case (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    filed_on date not null,
    field text not null,
    officers integer not null,
    card_shown boolean not null,
    whole_process_recorded boolean not null,
    legal_reviewed boolean,
    decided_on date,
    due_on date,
    result text,
    amount_yuan numeric(15,2),
    party text,
    facts text
);
create index penalty_case_of on penalty_case (division, id);
create index penalty_case_by_day on penalty_case (division, filed_on);

create table accountability_decision (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    decided_on date not null,
    ground text not null,
    measure text not null,
    person text,
    account text
);
create index accountability_decision_of on accountability_decision (division, id);
create index accountability_decision_by_day on accountability_decision (division, decided_on);

create table administrative_case (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    procedure text not null,
    filed_on date not null,
    case_number text,
    claimant text,
    decided_on date,
    outcome text,
    head_in_court boolean,
    account text
);
create index administrative_case_of on administrative_case (division, id);
create index administrative_case_by_day on administrative_case (division, filed_on);

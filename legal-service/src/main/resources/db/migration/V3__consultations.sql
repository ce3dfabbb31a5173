-- The service log, and the records that an entry of it is made into.
create table service_log_entry (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    adviser_id uuid not null,
    served_on date not null,
    on_site boolean not null,
    hours_on_site numeric(4,1),
    counsel_present integer,
    persons_met integer,
    work_done text,
    consultations jsonb,
    lecture_title text,
    lecture_attendance integer,
    draftings integer,
    decision_opinions integer,
    litigations integer,
    legal_opinions integer,
    lawyers_letters integer
);
create index service_log_entry_of on service_log_entry (division, id);
create index service_log_entry_by_day on service_log_entry (division, served_on);

create table village_visit (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    adviser_id uuid not null,
    visited_on date not null,
    counsel_present integer not null,
    persons_met integer,
    hours_on_site numeric(4,1),
    service_log_id uuid
);
create index village_visit_of on village_visit (division, id);
create index village_visit_by_day on village_visit (division, visited_on);
create index village_visit_of_log on village_visit (service_log_id) where service_log_id is not null;

create table legal_consultation (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    provider text not null,
    adviser_id uuid,
    consulted_on date not null,
    channel text not null,
    topic text not null,
    persons integer not null,
    person text,
    phone text,
    summary text,
    service_log_id uuid
);
create index legal_consultation_of on legal_consultation (division, id);
create index legal_consultation_by_day on legal_consultation (division, consulted_on);
create index legal_consultation_of_log on legal_consultation (service_log_id) where service_log_id is not null;
create index legal_consultation_of_person on legal_consultation using gin (person_index);

create table counsel_work (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    adviser_id uuid not null,
    worked_on date not null,
    work_kind text not null,
    pieces integer not null,
    subject text,
    service_log_id uuid
);
create index counsel_work_of on counsel_work (division, id);
create index counsel_work_by_day on counsel_work (division, worked_on);
create index counsel_work_of_log on counsel_work (service_log_id) where service_log_id is not null;

create table mediation_participation (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    adviser_id uuid not null,
    joined_on date not null,
    source text not null,
    dispute_id uuid not null,
    case_id uuid,
    closed_on date,
    description text
);
create index mediation_participation_of on mediation_participation (division, id);
create index mediation_participation_by_day on mediation_participation (division, joined_on);
create index mediation_participation_of_case on mediation_participation (case_id) where case_id is not null;

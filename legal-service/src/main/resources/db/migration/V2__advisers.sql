create table legal_adviser (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    adviser_id      uuid,
    roles           jsonb not null,
    profession      text not null,
    name            text not null,
    phone           text,
    licence_number  text,
    firm            text,
    engaged_on      date not null,
    ended_on        date
);
create index legal_adviser_of on legal_adviser (division, id);
create index legal_adviser_by_day on legal_adviser (division, engaged_on);
create index legal_adviser_of_person on legal_adviser using gin (person_index);

create table legal_resource_person (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    name            text not null,
    phone           text,
    position        text not null,
    certified_on    date not null,
    ended_on        date
);
create index legal_resource_person_of on legal_resource_person (division, id);
create index legal_resource_person_by_day on legal_resource_person (division, certified_on);
create index legal_resource_person_of_person on legal_resource_person using gin (person_index);

create table appointment (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    adviser_id      uuid not null,
    role            text not null,
    appointed_on    date not null,
    ends_on         date,
    contract_number text
);
create index appointment_of on appointment (division, id);
create index appointment_by_day on appointment (division, appointed_on);
create index appointment_of_adviser on appointment (adviser_id);

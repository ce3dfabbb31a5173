create table institution (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    title           text not null,
    field           text not null,
    document_number text,
    in_force_on     date not null,
    repealed_on     date,
    remarks         text
);
create index institution_of on institution (division, id);

create table leader_reception (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    received_on     date not null,
    leader_post     text not null,
    leader          text,
    batches         integer not null,
    persons         integer not null,
    resolved_on_the_spot integer,
    account         text
);
create index leader_reception_of on leader_reception (division, id);
create index leader_reception_by_day on leader_reception (division, received_on);
create index leader_reception_of_person on leader_reception using gin (person_index);

create table disclosure_board (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    board_kind      text not null,
    set_up_on       date not null,
    removed_on      date,
    place           text
);
create index disclosure_board_of on disclosure_board (division, id);
create index disclosure_board_by_day on disclosure_board (division, set_up_on);

create table disclosure_item (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    disclosure_kind text not null,
    title           text not null,
    formed_on       date not null,
    due_on          date,
    published_on    date,
    channel         text
);
create index disclosure_item_of on disclosure_item (division, id);
create index disclosure_item_by_day on disclosure_item (division, formed_on);

create table democratic_village (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    started_on      date not null,
    level           text not null,
    named_on        date,
    reviewed_on     date,
    review          text,
    ended_on        date
);
create index democratic_village_of on democratic_village (division, id);
create index democratic_village_by_day on democratic_village (division, started_on);

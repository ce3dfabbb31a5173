-- Problems and plans.
create table issue_item (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    found_on date not null,
    field text not null,
    title text not null,
    cause text,
    measures text,
    owner_post text not null,
    due_on date,
    resolved_on date
);
create index issue_item_of on issue_item (division, id);
create index issue_item_by_day on issue_item (division, found_on);

create table plan_item (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    planned_on date not null,
    plan_year integer not null,
    title text not null,
    issue_id uuid,
    owner_post text not null,
    due_on date,
    done_on date,
    indicator text,
    target numeric(15,2)
);
create index plan_item_of on plan_item (division, id);
create index plan_item_by_day on plan_item (division, planned_on);

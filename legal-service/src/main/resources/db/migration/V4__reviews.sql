-- Reviews: of contracts, and of what is reviewed for its legality.
create table contract_review (
    id               uuid primary key,
    version          integer not null,
    division         char(12) not null,
    step             text not null,
    entered_on       date not null,
    entered_at       timestamptz not null,
    voided           boolean not null,
    person_index     text[] not null,
    status           text not null,
    reviewer_role text not null,
    adviser_id uuid,
    contract_type text not null,
    title text not null,
    counterparty text,
    amount_yuan numeric(15,2),
    received_on      date not null,
    opinions         jsonb,
    reviewed_on      date,
    opinion_versions integer,
    risks_found      integer,
    adopted          text,
    decided_on       date,
    withdrawn_on     date
);
create index contract_review_of on contract_review (division, id);
create index contract_review_by_day on contract_review (division, received_on);

create table legality_review (
    id               uuid primary key,
    version          integer not null,
    division         char(12) not null,
    step             text not null,
    entered_on       date not null,
    entered_at       timestamptz not null,
    voided           boolean not null,
    person_index     text[] not null,
    status           text not null,
    subject text not null,
    mandatory boolean not null,
    reviewer_role text not null,
    adviser_id uuid,
    title text not null,
    received_on      date not null,
    opinions         jsonb,
    reviewed_on      date,
    opinion_versions integer,
    risks_found      integer,
    result           text,
    adopted          text,
    decided_on       date,
    withdrawn_on     date
);
create index legality_review_of on legality_review (division, id);
create index legality_review_by_day on legality_review (division, received_on);

-- The vault of accusations (XF 30): nothing outside of this schema tells that one exists. Its texts are sealed under
-- keys of its own; what stands in clear is who handles an accusation and the days on which it moved.
create schema accusations;

create table accusations.accusation (
    id             uuid primary key,
    version        integer not null,
    status         text not null,
    entered_at     timestamptz not null,
    received_on    date not null,
    transferred_on date,
    concluded_on   date,
    waiting_for    text,
    matter         text not null,
    identity       text not null
);

comment on column accusations.accusation.waiting_for is
    'Keyed digest of the division whose discipline organ has to name a handler; null once one is named.';
comment on column accusations.accusation.matter is 'Ciphertext: the accused, what is said of them, what was done.';
comment on column accusations.accusation.identity is 'Ciphertext: the informers and the originals.';

create index accusation_waiting
    on accusations.accusation (waiting_for, entered_at)
    where waiting_for is not null;

create table accusations.handler (
    accusation_id uuid not null references accusations.accusation,
    subject       text not null,
    division      char(12) collate "C" not null,
    named_by      text not null,
    named_on      date not null,
    received_at   timestamptz,
    primary key (accusation_id, subject)
);

create index handler_waiting
    on accusations.handler (subject)
    where received_at is null;

-- What was done, in the vault's stead of the journal.
create table accusations.act (
    accusation_id uuid not null references accusations.accusation,
    version       integer not null,
    at            timestamptz not null,
    issuer        text not null,
    subject       text not null,
    client        text not null,
    said          text not null,
    primary key (accusation_id, version)
);

comment on column accusations.act.said is 'Ciphertext: the step, its day, its reason.';

-- Requests that may be repeated. The digest is keyed: it confirms no guess at a body.
create table accusations.request (
    idempotency_key text primary key,
    mark            text not null,
    record_id       uuid,
    version         integer,
    at              timestamptz not null
);

-- Keyed digests of what is in the vault already and must not come in again by another door.
create table accusations.mark (
    mark text primary key
);

create table accusations.read_audit (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    issuer      text        not null,
    subject     text        not null,
    client      text        not null,
    acting_user text,
    purpose     text,
    operation   text        not null,
    record_kind text,
    record_id   text,
    result      text        not null check (result in ('SHOWN', 'FORBIDDEN', 'NOT_FOUND'))
);

create trigger read_audit_append_only
    before update or delete or truncate on accusations.read_audit
    for each statement execute function public.read_audit_is_append_only();

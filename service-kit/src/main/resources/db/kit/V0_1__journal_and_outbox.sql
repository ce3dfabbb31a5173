-- One journal row per step: history, write audit and idempotency in one place (DESIGN 3).
create table journal (
    id              bigint generated always as identity primary key,
    xid             xid8 not null default pg_current_xact_id(),
    kind            text not null,
    record_id       uuid not null,
    version         integer not null,
    division        char(12) collate "C" not null,
    step            text not null,
    business_date   date,
    reason          text,
    issuer          text not null,
    subject         text not null,
    client          text not null,
    at              timestamptz not null,
    snapshot        jsonb,
    idempotency_key text,
    request_digest  text,
    unique (record_id, version)
);

create unique index journal_idempotency
    on journal (idempotency_key)
    where idempotency_key is not null;

-- The change feed reads in commit-safe order: (xid, id) below the oldest running transaction.
create index journal_changes on journal (xid, id);

comment on column journal.snapshot is
    'The record after this version, personal data as ciphertexts; null for a step inside one write.';
comment on column journal.idempotency_key is
    'SHA-256 over issuer, subject, client and Idempotency-Key; kept as long as the journal.';

create table outbox (
    id          bigint generated always as identity primary key,
    topic       text not null,
    record_id   uuid not null,
    version     integer not null,
    type        text not null,
    at          timestamptz not null,
    body        text not null
) with (
    -- Rows live for milliseconds: vacuum by count, not by share, so that the scan stays short.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_cost_delay = 0
);

-- A replay re-emits every record of a kind; it continues where it stood after a crash.
create table replay (
    id          uuid primary key,
    kind        text not null,
    status      text not null check (status in ('RUNNING', 'DONE', 'FAILED')),
    last_id     uuid,
    emitted     bigint not null default 0,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    started_by  text not null
);

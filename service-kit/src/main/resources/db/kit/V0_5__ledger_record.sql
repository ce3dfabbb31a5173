-- From a record to its row: exports write a row's number, next year's list finds last year's record.
create index ledger_key_record on ledger_key (record_id);

-- Who decided a conflict, and how: a decided one looks different from one that waits.
alter table ledger_import_line
    add column decided_choice text,
    add column decided_by text,
    add column decided_at timestamptz;

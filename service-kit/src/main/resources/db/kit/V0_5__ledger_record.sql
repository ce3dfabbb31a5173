-- From a record to its row: exports write a row's number, next year's list finds last year's record.
create index ledger_key_record on ledger_key (record_id);

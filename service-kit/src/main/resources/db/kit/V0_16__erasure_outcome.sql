-- A record that cannot be erased keeps none of the others from it.
alter table erasure_record drop constraint erasure_record_outcome_check;
alter table erasure_record add constraint erasure_record_outcome_check
    check (outcome in ('ERASED', 'HELD', 'NOT_DUE', 'FAILED'));
